/** Finding, building and loading the Java that a user wrote. */
package dev.davit.cli.project;
