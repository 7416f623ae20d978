package dev.davit.target;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.Image;
import dev.davit.PrivateService;
import dev.davit.Region;
import dev.davit.Render;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Prints all artifacts of a sound definition and of one that has many mistakes in one line; run as a process of its own. */
final class PrintedSynthesis {
    private PrintedSynthesis() {}

    public static void main(String[] args) {
        List<Target> targets = List.of(new PlainTarget("render"), new PlainTarget("kubernetes"));
        Synthesizer synthesizer = new Synthesizer(targets, List.of(), LocalDate.of(2027, 1, 1));
        StringBuilder all = new StringBuilder();
        for (Definition definition : List.of(new Everything(), broken())) {
            Images images = new Images(Map.of("worker", "acme/worker:9", "web", "acme/web:9"));
            synthesizer
                    .synthesize(Evaluation.of(definition, "prod"), images)
                    .artifacts()
                    .forEach(it -> all.append(it.path()).append('\n').append(it.text()));
        }
        byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    private static Definition broken() {
        return infra -> {
            infra.worker("I-TITLE", Image.of("acme/i:1"), w -> w.env("İ", "x").env("ı", "y"));
            infra.deployTo(
                    Render.region(Region.OHIO),
                    List.of("e", "d", "c", "b", "a").stream()
                            .map(PrivateService::named)
                            .toArray(PrivateService[]::new));
        };
    }
}
