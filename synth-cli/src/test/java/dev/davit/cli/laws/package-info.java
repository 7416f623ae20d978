/** Laws that hold for every definition and every installed target, and the random definitions to try them on. */
package dev.davit.cli.laws;
