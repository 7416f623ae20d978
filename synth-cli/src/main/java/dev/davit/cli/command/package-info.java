/** The verbs of the command line, one class each: parse, delegate, show. */
package dev.davit.cli.command;
