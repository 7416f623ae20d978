package dev.davit.cli.laws;

import dev.davit.CacheBuilder;
import dev.davit.Cpu;
import dev.davit.EnvGroupBuilder;
import dev.davit.Eviction;
import dev.davit.JobQueueBuilder;
import dev.davit.Model;
import dev.davit.ModelBuilder;
import dev.davit.PostgresBuilder;
import dev.davit.Secret;
import dev.davit.Size;
import dev.davit.StaticSiteBuilder;

/** Draws calls for the builders of what runs no program of the user's. */
final class StoreCalls {
    static final Model MODEL =
            Model.huggingFace("acme/tiny").revision("b".repeat(40)).size(Size.gib(2));

    private final Draw draw;
    private final Known known;

    StoreCalls(Draw draw, Known known) {
        this.draw = draw;
        this.known = known;
    }

    void queue(Calls<JobQueueBuilder> calls) {
        if (draw.chance(50)) {
            int mib = draw.between(16, 4096);
            calls.add(".memory(Size.mib(" + mib + "))", b -> b.memory(Size.mib(mib)));
        }
    }

    void cache(Calls<CacheBuilder> calls) {
        if (draw.chance(50)) {
            int mib = draw.between(16, 4096);
            calls.add(".memory(Size.mib(" + mib + "))", b -> b.memory(Size.mib(mib)));
        }
        if (draw.chance(50)) {
            calls.add(".eviction(Eviction.VOLATILE_TTL)", b -> b.eviction(Eviction.VOLATILE_TTL));
        }
        if (draw.chance(30)) {
            calls.add(".persistent()", b -> b.persistent());
        }
    }

    void postgres(Calls<PostgresBuilder> calls) {
        if (draw.chance(50)) {
            int gib = draw.between(1, 500);
            calls.add(".storage(Size.gib(" + gib + "))", b -> b.storage(Size.gib(gib)));
        }
        if (draw.chance(50)) {
            int cores = draw.between(1, 8);
            calls.add(".cpu(Cpu.cores(" + cores + "))", b -> b.cpu(Cpu.cores(cores)));
            calls.add(".memory(Size.gib(" + cores + "))", b -> b.memory(Size.gib(cores)));
        }
        if (draw.chance(50)) {
            String name = draw.word();
            calls.addCanary(".database(\"" + name + "\")", name, b -> b.database(name));
        }
        if (draw.chance(20)) {
            calls.add(".highAvailability()", b -> b.highAvailability());
        }
    }

    void model(Calls<ModelBuilder> calls) {
        known.any(Secret.class, draw)
                .ifPresent(
                        it -> calls.addWith(".token(" + it + ")", (b, handles) -> b.token((Secret) handles.get(it))));
    }

    void group(Calls<EnvGroupBuilder> calls) {
        for (int i = draw.between(1, 3); i > 0; i--) {
            String name = "SHARED_" + draw.unique();
            String word = draw.word();
            String text = draw.hostile() + word;
            calls.addCanary(".env(\"" + name + "\", " + Draw.quoted(text) + ")", word, b -> b.env(name, text));
        }
    }

    void site(Calls<StaticSiteBuilder> calls) {
        String word = draw.word();
        calls.addCanary(".env(\"CI_VAR\", \"" + word + "\")", word, b -> b.env("CI_VAR", word));
        if (draw.chance(50)) {
            String host = draw.word() + ".example.com";
            calls.addCanary(".domain(\"" + host + "\")", host, b -> b.domain(host));
        }
        if (draw.chance(50)) {
            String path = "/" + draw.word();
            calls.addCanary(".redirect(\"" + path + "/*\", \"/new/*\")", path, b -> b.redirect(path + "/*", "/new/*"));
            calls.add(".rewrite(\"/*\", \"/index.html\")", b -> b.rewrite("/*", "/index.html"));
        }
        if (draw.chance(50)) {
            String value = draw.word();
            calls.addCanary(
                    ".header(\"/*\", \"X-Law\", \"" + value + "\")", value, b -> b.header("/*", "X-Law", value));
        }
    }
}
