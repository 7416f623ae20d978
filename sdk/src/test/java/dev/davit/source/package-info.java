/** Compile and run sources as a user writes them. */
package dev.davit.source;
