package dev.davit.bench;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Infra;
import dev.davit.Scale;
import dev.davit.k8s.KubernetesTarget;
import dev.davit.model.Desired;
import dev.davit.target.Images;
import dev.davit.target.Synthesizer;
import java.time.LocalDate;
import java.util.List;

/** Define a hundred web services, each with what a usual one has: five objects on Kubernetes, and some more around them. */
public final class Services implements Definition {
    /** Names how many there are. */
    public static final int COUNT = 100;

    /** Names the version that their image usually has. */
    public static final String VERSION = "1.0.0";

    /** Any day will do: nothing of theirs is acknowledged. */
    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private final String version;

    private Services(String version) {
        this.version = version;
    }

    /** Run the definition. */
    public static Evaluation evaluated(String version) {
        return Evaluation.of(new Services(version), "prod");
    }

    /** Give the objects that Kubernetes is to have of it. */
    public static Desired desired(String version) {
        return new Synthesizer(List.of(new KubernetesTarget()), List.of(), TODAY)
                .withoutFiles()
                .synthesize(evaluated(version), Images.NONE)
                .targets()
                .get(0)
                .desired();
    }

    @Override
    public void define(Infra infra) {
        var jobs = infra.jobQueue("jobs");
        var token = infra.secret("token");
        for (int i = 0; i < COUNT; i++) {
            infra.webService(
                    "svc-" + i + "-app",
                    Image.of("ghcr.io/acme/app:" + version),
                    w -> w.health(Health.http("/healthz"))
                            .scale(Scale.between(2, 6).cpu(70))
                            .env("LOG_LEVEL", "info")
                            .env("REGION", "eu")
                            .env("QUEUE_URL", jobs.url())
                            .env("TOKEN", token));
        }
    }
}
