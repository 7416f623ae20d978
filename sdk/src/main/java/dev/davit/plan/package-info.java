/** What would change at a live place, what users would feel, and in which order. Nothing here reaches a network. */
package dev.davit.plan;
