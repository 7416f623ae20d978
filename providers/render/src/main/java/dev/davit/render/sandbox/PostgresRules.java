package dev.davit.render.sandbox;

/** Refuses databases that Render does not run; source: https://render.com/docs/blueprint-spec, databases. */
final class PostgresRules {
    private static final int MOST_REPLICAS = 5;

    private PostgresRules() {}

    static void check(Entity store) {
        long size = store.number("diskSizeGB", 1);
        refuse(size != 1 && (size < 5 || size % 5 != 0), "diskSizeGB must be 1 or a multiple of 5");
        String pool = store.text("connectionPool");
        refuse(!pool.equals("none") && !pool.equals("pgbouncer"), "connectionPool must be none or pgbouncer");
        refuse(store.parts("readReplicas").size() > MOST_REPLICAS, "at most " + MOST_REPLICAS + " read replicas");
        if (store.flag("highAvailabilityEnabled")) {
            boolean large =
                    store.text("plan").startsWith("pro_") || store.text("plan").startsWith("accelerated_");
            refuse(!large, "high availability needs a Pro or Accelerated plan");
            refuse(Integer.parseInt(store.text("version")) < 13, "high availability needs version 13 or newer");
        }
    }

    /** Gives the disk that a plan comes with, in GB. */
    static int usualDisk(String plan) {
        if (plan.startsWith("pro_")) {
            return 100;
        }
        if (plan.startsWith("accelerated_")) {
            return 250;
        }
        return plan.startsWith("basic_") ? 15 : 1;
    }

    private static void refuse(boolean broken, String message) {
        if (broken) {
            throw Problem.badRequest(message);
        }
    }
}
