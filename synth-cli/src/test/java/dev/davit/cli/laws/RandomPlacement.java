package dev.davit.cli.laws;

import dev.davit.Handle;
import dev.davit.Kubernetes;
import dev.davit.PrivateService;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.WebService;
import java.util.List;
import java.util.Optional;

/** Draws where everything goes: nowhere in particular, on one target, or on both. */
final class RandomPlacement {
    private final Draw draw;
    private final Known known;
    private final Program program;

    RandomPlacement(Draw draw, Known known, Program program) {
        this.draw = draw;
        this.known = known;
        this.program = program;
    }

    void place() {
        switch (draw.between(0, 3)) {
            case 0 -> render();
            case 1 -> kubernetes(Optional.empty());
            case 2 -> both();
            default -> {}
        }
    }

    private void render() {
        Region region = draw.of(List.of(Region.values()));
        program.add(
                "infra.deployTo(Render.region(Region." + region + ").autoDeploy(Render.AutoDeploy.OFF))",
                (infra, handles) -> infra.deployTo(Render.region(region).autoDeploy(Render.AutoDeploy.OFF)));
    }

    private void kubernetes(Optional<String> service) {
        String word = draw.word();
        String named = service.map(it -> ", " + it).orElse("");
        boolean exposed = service.isPresent() && draw.chance(60);
        String expose = exposed ? ".expose(" + named.substring(2) + ", \"" + word + ".example.com\")" : "";
        program.add(
                "infra.deployTo(Kubernetes.context(\"prod\").namespace(\"ns-" + word
                        + "\").ingressClass(\"nginx\").storageClass(\"fast\").gpuLabels(Kubernetes.GpuLabels.GKE)"
                        + expose
                        + named + ")",
                (infra, handles) -> {
                    Handle[] handle = service.map(handles::get).stream().toArray(Handle[]::new);
                    Kubernetes settings = Kubernetes.context("prod")
                            .namespace("ns-" + word)
                            .ingressClass("nginx")
                            .storageClass("fast")
                            .gpuLabels(Kubernetes.GpuLabels.GKE);
                    infra.deployTo(
                            exposed ? settings.expose((PrivateService) handle[0], word + ".example.com") : settings,
                            handle);
                });
    }

    private void both() {
        Optional<String> service = known.any(PrivateService.class, draw);
        if (service.isEmpty() || known.any(WebService.class, draw).isEmpty()) {
            return;
        }
        render();
        kubernetes(service);
    }
}
