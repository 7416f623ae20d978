/** Compares what a definition wants with what a workspace has, in the words of a Blueprint, and says what each difference does. */
package dev.davit.render.compare;
