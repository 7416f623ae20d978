/** Makes Render's Blueprint of a definition: one class for each kind of thing in it. */
package dev.davit.render.blueprint;
