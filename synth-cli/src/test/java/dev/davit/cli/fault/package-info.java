/** What a network, a busy server, a kill and a second apply do to the real command line, on a real API server. */
package dev.davit.cli.fault;
