package dev.davit.k8s.schema;

import dev.davit.document.MapNode;

/** Say what the names of a kind's objects look like. */
record NameRule(Format format, int most) {
    /** Names of most kinds; Kubernetes documentation, "Object Names and IDs". */
    static final NameRule USUAL = new NameRule(Format.SUBDOMAIN, 253);

    /** No name is asked for: the file is not sent to the server. */
    private static final NameRule NONE = new NameRule(Format.ANY, Integer.MAX_VALUE);

    /** Read {@code v1 Service label1035 63}. */
    static NameRule read(String line) {
        String[] words = line.split(" ");
        return words[2].equals("none") ? NONE : new NameRule(Format.named(words[2]), Integer.parseInt(words[3]));
    }

    void check(MapNode document, Place root, Findings findings) {
        if (format == Format.ANY) {
            return;
        }
        document.getMap("metadata").ifPresent(metadata -> {
            Place place = root.child("metadata", metadata);
            metadata.getText("name")
                    .ifPresentOrElse(
                            name -> check(
                                    name,
                                    place.child("name", metadata.get("name").orElseThrow()),
                                    findings),
                            () -> findings.add(place, "needs the field \"name\""));
        });
    }

    private void check(String name, Place place, Findings findings) {
        if (!format.accepts(name)) {
            findings.add(place, "must be " + format.words());
        } else if (name.length() > most) {
            findings.add(place, "must be at most " + most + " characters long");
        }
    }
}
