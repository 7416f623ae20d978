/** Rules about what Render cannot do, each with the way out. They look at finished objects, so raw edits count. */
package dev.davit.render.rule;
