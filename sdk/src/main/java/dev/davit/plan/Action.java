package dev.davit.plan;

/** Name what happens to one object. */
public enum Action {
    /** It is not there and will be. */
    CREATE,
    /** It is there and some of its fields change. */
    UPDATE,
    /** It is there, belongs to another tool, and becomes ours; its fields may change, too. */
    ADOPT,
    /** A field cannot be changed in place: another object takes its place. */
    REPLACE,
    /** It is there, ours, and no longer wanted. */
    DELETE
}
