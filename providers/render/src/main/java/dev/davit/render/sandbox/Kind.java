package dev.davit.render.sandbox;

import java.util.Locale;

/** Names what the sandbox keeps, with the prefix of its ids; source of the prefixes: the examples of the API's description. */
enum Kind {
    OWNER("tea", "workspace"),
    PROJECT("prj", "project"),
    ENVIRONMENT("evm", "environment"),
    SERVICE("srv", "service"),
    DEPLOY("dep", "deploy"),
    DISK("dsk", "disk"),
    ENV_GROUP("evg", "environment group"),
    POSTGRES("dpg", "Postgres instance"),
    KEY_VALUE("red", "Key Value instance"),
    CREDENTIAL("rgc", "registry credential"),
    DOMAIN("cdm", "custom domain"),
    HEADER("hdr", "header rule"),
    ROUTE("rdr", "redirect or rewrite rule"),
    RUN("crr", "cron job run"),
    JOB("job", "job"),
    LOG("log", "log line"),
    EVENT("evt", "event"),
    DUE("due", "planned event"),
    AVAILABILITY("avl", "availability");

    private final String prefix;
    private final String words;

    Kind(String prefix, String words) {
        this.prefix = prefix;
        this.words = words;
    }

    String prefix() {
        return prefix;
    }

    String words() {
        return words;
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }
}
