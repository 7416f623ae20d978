package dev.davit.plan;

import dev.davit.document.Fields;

/** Say how a comparison makes sure that an object stays as it is. A platform that computes nothing beforehand knows only one way. */
public enum Verification {
    /** What the platform's own record of the last apply proves unchanged is not asked again. */
    RECORDED,
    /** The platform is asked about each object, whatever its record says: a dry run each. */
    FULL;

    /** Write it as plans and the command line do. */
    @Override
    public String toString() {
        return Fields.word(this);
    }
}
