/** The process around the commands: start, streams, colour, failures and exit codes. */
package dev.davit.cli;
