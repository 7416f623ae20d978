/** What a target is, how synth drives it, and the files that come out. */
package dev.davit.target;
