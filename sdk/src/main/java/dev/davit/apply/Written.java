package dev.davit.apply;

/**
 * Say what a step's call left behind.
 *
 * @param uid the object's identity; empty after a deletion
 * @param version its version
 * @param wrote whether anything was sent that changed it
 */
public record Written(String uid, String version, boolean wrote) {}
