/** What a person or a machine reads: views of findings, files, origins and graphs. They hold no logic of their own. */
package dev.davit.cli.view;
