package dev.davit.render.sandbox;

import dev.davit.document.Json;
import dev.davit.document.MapNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a sandbox that holds two of most things as a process of its own, for what drives it from outside: {@code .ci/schemathesis}
 * and {@code .ci/prism}. It ends when its input does, so that it does not outlive the script that started it.
 */
final class SandboxProcess {
    /** At 20 requests a minute no budget is ever spent; a 429 in such a run would hide what the operation says. */
    private static final Duration STEP = Duration.ofSeconds(3);

    private SandboxProcess() {}

    /**
     * Starts it.
     *
     * @param arguments the file to write when it is ready: address, key, and good requests that keep what there is; then, for one that is
     *     empty, how many times faster than the world its clock runs
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 1) {
            runEmpty(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            return;
        }
        try (Scene scene = Scene.stepping(STEP)) {
            List<RobustnessLaws.Sample> samples = new ArrayList<>(Samples.of(scene));
            samples.removeIf(it -> it.method().equals("DELETE"));
            // Twice, for two of what Samples makes none of.
            for (int round = 0; round < 2; round++) {
                samples.forEach(it -> scene.client.send(it.method(), it.path(), it.body()));
            }
            samples.addAll(more(scene));
            fill(scene.client, "/projects", "project", 0);
            fill(scene.client, "/environments", "environment", 1);
            spare(scene, samples);
            scene.pass(1800);
            publish(Path.of(arguments[0]), ready(scene.sandbox, samples));
            untilInputEnds();
        }
    }

    private static void runEmpty(Path ready, int speed) throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.usual().speed(speed))) {
            publish(ready, ready(sandbox, List.of()));
            untilInputEnds();
        }
    }

    private static void untilInputEnds() throws IOException {
        while (System.in.read() >= 0) {
            continue;
        }
    }

    /** Good requests in the place of those that work only once. */
    private static List<RobustnessLaws.Sample> more(Scene scene) {
        Client client = scene.client;
        String inside = client.image("private_service", "inside", "");
        String web = "{'type':'web_service','name':'fresh','ownerId':'" + scene.sandbox.ownerId()
                + "','repo':'https://github.com/example/node','serviceDetails':{'runtime':'node',"
                + "'envSpecificDetails':{'buildCommand':'b','startCommand':'s'}}}";
        return List.of(
                new RobustnessLaws.Sample("POST", "/services", web),
                new RobustnessLaws.Sample(
                        "POST",
                        "/disks",
                        "{'serviceId':'" + inside + "','name':'data','mountPath':'/data','sizeGB':10}"),
                new RobustnessLaws.Sample(
                        "POST", "/services/" + site(client, 0) + "/custom-domains", "{'name':'www.example.net'}"));
    }

    private static String site(Client client, int number) {
        return client.get("/services?type=static_site")
                .is(200)
                .list()
                .get(number)
                .getMap("service")
                .flatMap(it -> it.getText("id"))
                .orElseThrow();
    }

    /** Rules that stay where those of the first site are replaced, and a project and an environment that can be deleted. */
    private static void spare(Scene scene, List<RobustnessLaws.Sample> samples) {
        String other = "/services/" + site(scene.client, 1);
        for (int i = 0; i < 5; i++) {
            scene.client
                    .post(other + "/headers", "{'path':'/','name':'a','value':'b'}")
                    .is(201);
            scene.client
                    .post(other + "/routes", "{'type':'rewrite','source':'/','destination':'/b'}")
                    .is(201);
        }
        samples.stream()
                .filter(it -> List.of("/projects", "/environments").contains(it.path()))
                .forEach(it -> scene.client.post(it.path(), it.body()).is(201));
    }

    /** Puts a service into an environment of the last thing of a list, which then cannot be deleted. */
    private static void fill(Client client, String list, String word, int number) {
        List<MapNode> all = client.get(list).is(200).list();
        MapNode last = all.get(all.size() - 1).getMap(word).orElseThrow();
        String environment = last.getList("environmentIds")
                .map(it -> it.get(0).toString())
                .orElseGet(() -> last.getText("id").orElseThrow());
        String service = client.get("/services")
                .is(200)
                .list()
                .get(number)
                .getMap("service")
                .flatMap(it -> it.getText("id"))
                .orElseThrow();
        client.post("/environments/" + environment + "/resources", "{'resourceIds':['" + service + "']}")
                .is(200);
    }

    private static MapNode ready(Sandbox sandbox, List<RobustnessLaws.Sample> samples) {
        return new MapNode(null)
                .put("address", sandbox.address().toString())
                .put("key", sandbox.apiKey())
                .put("owner", sandbox.ownerId())
                .put(
                        "requests",
                        samples.stream()
                                .map(it -> new MapNode(null)
                                        .put("method", it.method())
                                        .put("path", it.path())
                                        .put("body", it.body().replace('\'', '"')))
                                .toList());
    }

    /** Who waits for the file finds all of it or nothing. */
    private static void publish(Path file, MapNode content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, Json.compact(content).getBytes(StandardCharsets.UTF_8));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
