package dev.davit.violation;

import picocli.CommandLine.Command;

/** Says of itself what it is, to whoever reflects. */
@Command(name = "annotated")
public final class Annotated {}
