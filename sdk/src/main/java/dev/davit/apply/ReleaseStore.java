package dev.davit.apply;

import java.util.List;
import java.util.Optional;

/** Keep the release records of one stack and stage at a platform. */
public interface ReleaseStore {
    /** Read them, newest first; what cannot be read is reported as such, not left out. */
    List<Release> list();

    /** Read the state of the newest alone, if there is one. */
    Optional<Release.State> lastState();

    /** Write a record: a new number, or a new state under an old one. */
    void write(Release release, Fence fence);
}
