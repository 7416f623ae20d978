package dev.davit.k8s.operate;

import dev.davit.apply.Release;

/** Writes and reads a release as bytes. */
interface ReleaseText {
    byte[] write(Release release);

    /** Reads one; throws some runtime exception if it is none. */
    Release read(byte[] bytes);
}
