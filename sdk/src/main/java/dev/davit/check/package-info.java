/** Rules and their findings: what is wrong or risky with a definition, where the user said it, and what to do. */
package dev.davit.check;
