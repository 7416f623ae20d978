package dev.davit;

/** Say where a workload's program comes from: an image, a Dockerfile, or a native runtime. */
public sealed interface Source permits Image, BuiltSource {}
