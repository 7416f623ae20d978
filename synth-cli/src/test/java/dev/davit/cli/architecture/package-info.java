/** The arrows of docs/architecture.md, held by tests that can fail. */
package dev.davit.cli.architecture;
