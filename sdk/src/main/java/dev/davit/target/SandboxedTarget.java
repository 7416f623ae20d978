package dev.davit.target;

/** A live target that brings a platform of its own: it runs on this machine, and a file holds all that it knows. */
public interface SandboxedTarget extends LiveTarget {
    /**
     * Start a sandbox that runs until it is closed.
     *
     * @throws dev.davit.apply.ApplyException if another sandbox uses the same file, or the port is taken
     * @throws OutputException if the file cannot be written, or is somebody else's
     * @throws IllegalArgumentException if a fault of the terms is none that the sandbox knows; the message says which there are
     */
    RunningSandbox startSandbox(SandboxTerms terms);
}
