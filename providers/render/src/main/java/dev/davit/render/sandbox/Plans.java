package dev.davit.render.sandbox;

import java.util.List;

/** Compares plans of Key Value; source: https://render.com/pricing. Plans that are not named here can follow on any. */
final class Plans {
    private static final List<List<String>> SIZES = List.of(
            List.of("free"),
            List.of("starter", "256mb"),
            List.of("standard", "1g"),
            List.of("pro", "5g"),
            List.of("pro_plus", "10g"),
            List.of("pro_max", "20g"),
            List.of("pro_ultra", "40g"));

    private Plans() {}

    static boolean isSmaller(String plan, String than) {
        return size(plan) >= 0 && size(plan) < size(than);
    }

    private static int size(String plan) {
        for (int i = 0; i < SIZES.size(); i++) {
            if (SIZES.get(i).contains(plan)) {
                return i;
            }
        }
        return -1;
    }
}
