package dev.davit.render.sandbox;

import java.util.Arrays;

/** Names the types of services, with what sets them apart. */
enum ServiceType {
    WEB_SERVICE("web_service", "webService", "web", true),
    PRIVATE_SERVICE("private_service", "privateService", "pserv", true),
    BACKGROUND_WORKER("background_worker", "backgroundWorker", "worker", true),
    CRON_JOB("cron_job", "cronJob", "cron", false),
    STATIC_SITE("static_site", "staticSite", "static", false);

    private final String word;
    private final String schema;
    private final String shortWord;
    private final boolean runsInstances;

    ServiceType(String word, String schema, String shortWord, boolean runsInstances) {
        this.word = word;
        this.schema = schema;
        this.shortWord = shortWord;
        this.runsInstances = runsInstances;
    }

    static ServiceType of(Entity service) {
        String type = service.text("type");
        return Arrays.stream(values())
                .filter(it -> it.word.equals(type))
                .findFirst()
                .orElseThrow();
    }

    String word() {
        return word;
    }

    /** Gives the word that Blueprints and links of groups use. */
    String shortWord() {
        return shortWord;
    }

    /** Gives the definition of its details in a request, such as {@code webServiceDetailsPOST}. */
    String details(String method) {
        return schema + "Details" + method;
    }

    boolean runsInstances() {
        return runsInstances;
    }

    boolean hasDomains() {
        return this == WEB_SERVICE || this == STATIC_SITE;
    }
}
