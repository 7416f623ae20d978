package dev.davit.k8s.manifest;

/**
 * Names the images that Davit itself brings to a cluster, each by a tag that its publisher does not move. Tags and not digests: a
 * digest of the wrong platform's manifest would not start, and a mirror may serve others.
 */
final class PinnedImages {
    /** Fetches models and makes credentials; source: https://hub.docker.com/_/python */
    static final String PYTHON = "docker.io/library/python:3.13.7-alpine3.22";

    /** Serves files and guards exposed services; source: https://hub.docker.com/r/nginxinc/nginx-unprivileged */
    static final String NGINX = "docker.io/nginxinc/nginx-unprivileged:1.29.4-alpine";

    /** Holds queues and caches; source: https://hub.docker.com/r/valkey/valkey */
    static final String VALKEY = "docker.io/valkey/valkey:8.1.3-alpine";

    private PinnedImages() {}

    /**
     * Gives the image of a major version of Postgres, 13 to 18. The Debian variant: in Alpine's, initdb refuses a user that is not
     * in the image's list. Source: https://hub.docker.com/_/postgres, "Arbitrary --user Notes".
     */
    static String postgres(int version) {
        return "docker.io/library/postgres:"
                + switch (version) {
                    case 13 -> "13.22";
                    case 14 -> "14.19";
                    case 15 -> "15.14";
                    case 16 -> "16.10";
                    case 17 -> "17.6";
                    case 18 -> "18.0";
                    default -> throw new IllegalArgumentException("no image is known for Postgres " + version);
                }
                + "-bookworm";
    }
}
