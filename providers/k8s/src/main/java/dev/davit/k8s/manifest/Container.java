package dev.davit.k8s.manifest;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what goes into a container. Rights are dropped and the root file system is read-only, for all of them. */
final class Container {
    private static final Origin PULL =
            Origin.target("the node asks the registry each time, so that access to an image is checked");

    private final String name;
    private final Node image;
    private final Origin origin;
    private final ListNode env;
    private final ListNode envFrom;
    private final ListNode ports;
    private final Map<String, Node> mounts = new LinkedHashMap<>();
    private final MapNode checks;
    private Node command;
    private Node args;
    private MapNode resources;

    Container(String name, Node image, Origin origin) {
        this.name = name;
        this.image = image;
        this.origin = origin;
        this.env = new ListNode(origin);
        this.envFrom = new ListNode(origin);
        this.ports = new ListNode(origin);
        this.checks = new MapNode(origin);
    }

    /** Starts a container of an image that Davit brings. */
    static Container ofOwn(String name, String image, Origin origin) {
        return new Container(name, ScalarNode.of(image, origin), origin);
    }

    Container command(List<String> words, Origin why) {
        command = Node.of(words, why);
        return this;
    }

    Container args(List<String> words, Origin why) {
        args = Node.of(words, why);
        return this;
    }

    Container port(String portName, int number, Origin why) {
        ports.add(new MapNode(why).put("name", portName).put("containerPort", number));
        return this;
    }

    Container env(Iterable<? extends Node> variables) {
        variables.forEach(env::add);
        return this;
    }

    Container envFrom(Node source) {
        envFrom.add(source);
        return this;
    }

    /** Mounts a volume; of two mounts at one path the first counts. */
    Container mount(String volume, String path, boolean readOnly, Origin why) {
        MapNode mount = new MapNode(why).put("name", volume).put("mountPath", path);
        mounts.putIfAbsent(path, readOnly ? mount.put("readOnly", true) : mount);
        return this;
    }

    Container resources(MapNode amounts) {
        resources = amounts;
        return this;
    }

    /** Takes probes and life cycle. */
    MapNode checks() {
        return checks;
    }

    MapNode tree() {
        MapNode tree = new MapNode(origin).put("name", name).put("image", image).put("imagePullPolicy", "Always", PULL);
        if (command != null) {
            tree.put("command", command);
        }
        if (args != null) {
            tree.put("args", args);
        }
        tree.putUnlessEmpty("ports", ports, origin);
        tree.putUnlessEmpty("envFrom", envFrom, origin);
        tree.putUnlessEmpty("env", env, origin);
        tree.put("resources", resources);
        checks.entries().forEach(tree::put);
        tree.put("securityContext", securityContext());
        tree.putUnlessEmpty("volumeMounts", mounts.values(), origin);
        return tree;
    }

    private static MapNode securityContext() {
        MapNode context = new MapNode(Pod.RESTRICTED)
                .put("allowPrivilegeEscalation", false)
                .put("readOnlyRootFilesystem", true)
                .put("runAsNonRoot", true)
                .put("runAsUser", Pod.USER)
                .put("runAsGroup", Pod.USER);
        context.map("capabilities", Pod.RESTRICTED).put("drop", List.of("ALL"));
        return context;
    }
}
