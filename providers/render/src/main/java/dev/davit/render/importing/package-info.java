/** Reads a Blueprint that somebody wrote, turns it into a definition in Java, and proves that both say the same. */
package dev.davit.render.importing;
