/** What a target is and what it gives: artifacts, and the folder that they are written to. */
package dev.davit.target;
