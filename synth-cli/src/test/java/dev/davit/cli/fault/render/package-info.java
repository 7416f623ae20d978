/** The command line on Davit's own Render while something goes wrong. */
package dev.davit.cli.fault.render;
