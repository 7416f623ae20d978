package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Holds a sandbox whose clock a test moves. */
final class Scene implements AutoCloseable {
    static final Instant START = Instant.parse("2026-10-01T08:00:00Z");

    final VirtualClock clock;
    final Sandbox sandbox;
    final Client client;

    private Scene(UnaryOperator<SandboxOptions> change) {
        this(new VirtualClock(START), change);
    }

    private Scene(VirtualClock clock, UnaryOperator<SandboxOptions> change) {
        this.clock = clock;
        this.sandbox = Sandbox.start(change.apply(SandboxOptions.usual().clock(clock)));
        this.client = new Client(sandbox);
    }

    static Scene usual() {
        return new Scene(it -> it);
    }

    static Scene with(UnaryOperator<SandboxOptions> change) {
        return new Scene(change);
    }

    /** Makes one whose clock takes a step whenever somebody asks, so that what happens does not depend on the machine's load. */
    static Scene stepping(Duration step) {
        VirtualClock clock = new VirtualClock(START);
        return new Scene(
                clock,
                it -> it.clock(() -> {
                    clock.advance(step);
                    return clock.now();
                }));
    }

    Scene pass(Duration time) {
        clock.advance(time);
        // What is due happens when somebody looks; a test that changes how programs behave means from now on.
        sandbox.now();
        return this;
    }

    Scene pass(int seconds) {
        return pass(Duration.ofSeconds(seconds));
    }

    /** Makes a web service with a health check and waits until it is up. */
    String web(String details) {
        String id = client.image("web_service", "web", ",'healthCheckPath':'/healthz'" + details);
        pass(300);
        return id;
    }

    List<String> statuses(String service) {
        return client.get("/services/" + service + "/deploys").is(200).list().stream()
                .map(it -> it.getMap("deploy").orElseThrow().getText("status").orElseThrow())
                .toList();
    }

    String status(String service) {
        return statuses(service).get(0);
    }

    String newestDeploy(String service) {
        return client.get("/services/" + service + "/deploys")
                .is(200)
                .list()
                .get(0)
                .getMap("deploy")
                .flatMap(it -> it.getText("id"))
                .orElseThrow();
    }

    MapNode details(String service) {
        return client.get("/services/" + service)
                .is(200)
                .map()
                .getMap("serviceDetails")
                .orElseThrow();
    }

    String deploy(String service) {
        return client.post("/services/" + service + "/deploys", "{}").is(201).text("id");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
