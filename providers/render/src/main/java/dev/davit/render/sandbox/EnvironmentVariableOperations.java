package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.Map;

/** Answers for environment variables and secret files of services; a change shows after the next deploy. */
final class EnvironmentVariableOperations {
    private final World world;

    EnvironmentVariableOperations(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.on(
                        "GET /services/{}/env-vars",
                        call -> Paging.page(call, "envVar", Variables.byKey(service(call)), false))
                .on("PUT /services/{}/env-vars", this::replace)
                .on("GET /services/{}/env-vars/{}", call -> Answer.ok(Variables.get(service(call), call.variable(1))))
                .on("PUT /services/{}/env-vars/{}", this::put)
                .on("DELETE /services/{}/env-vars/{}", this::remove)
                .on(
                        "GET /services/{}/secret-files",
                        call -> Paging.page(call, "secretFile", SecretFiles.byName(service(call)), false))
                .on("PUT /services/{}/secret-files", this::replaceFiles)
                .on(
                        "GET /services/{}/secret-files/{}",
                        call -> Answer.ok(SecretFiles.get(service(call), call.variable(1))))
                .on("PUT /services/{}/secret-files/{}", this::putFile)
                .on("DELETE /services/{}/secret-files/{}", this::removeFile);
    }

    private Entity service(Call call) {
        return world.state().get(Kind.SERVICE, call.variable(0));
    }

    private Answer replace(Call call) {
        Entity service = service(call);
        Variables.replace(world, service, call.bodyList("envVarInputArray"));
        World.touch(service, call.now());
        return whole("envVar", Variables.byKey(service));
    }

    private Answer put(Call call) {
        Entity service = service(call);
        Variables.put(world, service, call.variable(1), call.body("addUpdateEnvVarInput"));
        World.touch(service, call.now());
        return Answer.ok(Variables.get(service, call.variable(1)));
    }

    private Answer remove(Call call) {
        Variables.remove(service(call), call.variable(1));
        World.touch(service(call), call.now());
        return Answer.gone();
    }

    private Answer replaceFiles(Call call) {
        Entity service = service(call);
        SecretFiles.replace(service, call.bodyList("secretFileArray"));
        World.touch(service, call.now());
        return whole("secretFile", SecretFiles.byName(service));
    }

    private Answer putFile(Call call) {
        Entity service = service(call);
        String content = call.body("secretFilePUT").text("content");
        World.touch(service, call.now());
        return Answer.created(SecretFiles.put(service, call.variable(1), content));
    }

    private Answer removeFile(Call call) {
        SecretFiles.remove(service(call), call.variable(1));
        World.touch(service(call), call.now());
        return Answer.gone();
    }

    /** A replaced list comes back whole, in pages only when it is read. */
    private static Answer whole(String name, Map<String, Node> byKey) {
        ListNode all = new ListNode(null);
        byKey.forEach((key, value) -> all.add(new MapNode(null).put(name, value).put("cursor", Paging.encode(key))));
        return Answer.ok(all);
    }
}
