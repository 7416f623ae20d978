package dev.davit.k8s.cluster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Say how to apply. Fields that the server does not know are always refused ({@code fieldValidation=Strict}).
 *
 * @param manager the field manager
 * @param force whether to take fields from other managers
 * @param dryRun whether the server only computes the result
 */
public record ApplyParameters(String manager, boolean force, boolean dryRun) {
    /** Compute the result, and fail where another manager holds a field with another value. */
    public static ApplyParameters dryRun(String manager) {
        return new ApplyParameters(manager, false, true);
    }

    /** Apply, and fail where another manager holds a field with another value. */
    public static ApplyParameters cautious(String manager) {
        return new ApplyParameters(manager, false, false);
    }

    /** Take fields that others hold. */
    public ApplyParameters forced() {
        return new ApplyParameters(manager, true, dryRun);
    }

    String query() {
        return "fieldManager=" + URLEncoder.encode(manager, StandardCharsets.UTF_8) + "&force=" + force
                + "&fieldValidation=Strict" + (dryRun ? "&dryRun=All" : "");
    }
}
