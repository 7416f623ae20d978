/**
 * The rules that hold on every target. They are public because {@code ServiceLoader} makes them; nothing else calls them.
 */
package dev.davit.check.rule;
