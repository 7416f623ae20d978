package dev.davit.render.api;

import dev.davit.document.MapNode;
import dev.davit.render.sandbox.FaultPlan;
import dev.davit.render.sandbox.LoggedRequest;
import dev.davit.render.sandbox.Sandbox;
import dev.davit.render.sandbox.SandboxOptions;
import dev.davit.render.sandbox.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Holds a sandbox, a client of it, and a clock for both. */
final class Stage implements AutoCloseable {
    final List<String> told = new ArrayList<>();
    final VirtualClock clock = new VirtualClock(HurriedTicker.START);
    final HurriedTicker ticker = new HurriedTicker(clock::advance);
    final Sandbox sandbox;
    final RenderApi api;

    private Stage(FaultPlan faults, Duration patience) {
        this.sandbox = Sandbox.start(SandboxOptions.usual().clock(clock).faults(faults));
        this.api = RenderApis.at(sandbox.address(), sandbox.apiKey())
                .ticking(ticker)
                .telling(told::add)
                .answeredWithin(patience)
                .connect();
    }

    static Stage with(FaultPlan faults) {
        return with(faults, Duration.ofSeconds(10));
    }

    static Stage with(FaultPlan faults, Duration patience) {
        return new Stage(faults, patience);
    }

    static Stage usual() {
        return with(FaultPlan.none());
    }

    MapNode group(String name) {
        return new MapNode(null)
                .put("name", name)
                .put("ownerId", sandbox.ownerId())
                .put("envVars", List.of());
    }

    String created(String name) {
        return api.post("/env-groups", group(name)).getText("id").orElseThrow();
    }

    List<String> names() {
        return api.list("/env-groups", "").stream()
                .map(it -> it.getText("name").orElseThrow())
                .toList();
    }

    List<LoggedRequest> sent(String method) {
        return sandbox.log().stream().filter(it -> it.method().equals(method)).toList();
    }

    @Override
    public void close() {
        api.close();
        sandbox.close();
    }
}
