/** Turn what somebody wrote for a platform into a definition, and prove that both say the same. */
package dev.davit.importing;
