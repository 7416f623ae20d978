/** A secret's value stays out of everything that Davit writes. */
package dev.davit.cli.secret;
