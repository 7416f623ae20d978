package dev.davit.target;

import dev.davit.BuiltSource;
import dev.davit.Checkout;
import dev.davit.Cpu;
import dev.davit.Cron;
import dev.davit.Disk;
import dev.davit.Dockerfile;
import dev.davit.Gpu;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Literal;
import dev.davit.Model;
import dev.davit.NativeRuntime;
import dev.davit.Plan;
import dev.davit.Reference;
import dev.davit.Scale;
import dev.davit.Secret;
import dev.davit.Size;
import dev.davit.StaticContent;
import dev.davit.Text;
import dev.davit.Value;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.model.ResourceKey;
import dev.davit.model.SettingValue;
import dev.davit.model.StaticSiteSpec;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a property's value for machines: sizes in bytes, times in seconds, processor time in thousandths of a core. */
final class PropertyNodes {
    private PropertyNodes() {}

    static Node of(Object value) {
        if (value instanceof Value<?> it) {
            return value(it);
        }
        if (value instanceof List<?> items) {
            ListNode list = new ListNode(null);
            items.forEach(item -> list.add(of(item)));
            return list;
        }
        if (value instanceof Enum<?> constant) {
            return Node.of(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), null);
        }
        Optional<MapNode> unit = unit(value);
        if (unit.isPresent()) {
            return unit.get();
        }
        if (value instanceof SettingValue setting) {
            return setting.toNode();
        }
        return value instanceof ResourceKey key ? Node.of(key.address(), null) : scalarOrShape(value);
    }

    private static Node value(Value<?> value) {
        if (value instanceof Literal<?> literal) {
            return map().put("text", literal.value());
        }
        if (value instanceof Reference<?> reference) {
            return map().put("resource", reference.resource().address())
                    .put("attribute", reference.attribute().word());
        }
        if (value instanceof Secret secret) {
            return map().put("secret", secret.id());
        }
        return map().put("parts", of(((Text) value).parts()));
    }

    private static Optional<MapNode> unit(Object value) {
        if (value instanceof Size size) {
            return Optional.of(map().put("bytes", size.bytes()));
        }
        if (value instanceof Cpu cpu) {
            return Optional.of(map().put("millicores", cpu.millis()));
        }
        if (value instanceof Duration time) {
            return Optional.of(map().put("seconds", time.toSeconds()));
        }
        return Optional.empty();
    }

    private static Node scalarOrShape(Object value) {
        if (value instanceof Cron cron) {
            return Node.of(cron.expression(), null);
        }
        if (value instanceof Plan plan) {
            return Node.of(plan.word(), null);
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean
                ? Node.of(value, null)
                : shape(value);
    }

    private static MapNode shape(Object value) {
        if (value instanceof Image image) {
            return map().put("image", image.reference()).put("credential", image.credential(), null);
        }
        if (value instanceof BuiltSource source) {
            return source(source);
        }
        if (value instanceof StaticContent content) {
            return checkout(
                    map().put("publishPath", content.publishPath())
                            .put("build", content.build(), null)
                            .put("node", content.node(), null),
                    content.checkout());
        }
        if (value instanceof Gpu gpu) {
            return map().put("vendor", "nvidia")
                    .put("product", gpu.product())
                    .put("memory", gpu.memory().map(PropertyNodes::of), null)
                    .put("count", gpu.count());
        }
        return moreShape(value);
    }

    private static MapNode moreShape(Object value) {
        if (value instanceof Health health) {
            return map().put("path", health.path(), null)
                    .put("liveness", health.liveness(), null)
                    .put("startsWithin", health.startsWithin().map(PropertyNodes::of), null);
        }
        if (value instanceof Scale scale) {
            return scale(scale);
        }
        if (value instanceof Disk disk) {
            return map().put("name", disk.name())
                    .put("mountPath", disk.mountPath())
                    .put("size", of(disk.size()));
        }
        if (value instanceof Model model) {
            return model(model);
        }
        if (value instanceof StaticSiteSpec.Route route) {
            return map().put("source", route.source())
                    .put("destination", route.destination())
                    .put("redirect", route.redirect());
        }
        if (value instanceof StaticSiteSpec.Header header) {
            return map().put("path", header.path()).put("name", header.name()).put("value", header.value());
        }
        throw new IllegalArgumentException(
                "no JSON is defined for " + value.getClass().getName());
    }

    private static MapNode source(BuiltSource source) {
        if (source instanceof Dockerfile file) {
            return checkout(map().put("dockerfile", file.path()).put("context", file.context(), null), file.checkout());
        }
        NativeRuntime runtime = (NativeRuntime) source;
        return checkout(
                map().put("runtime", runtime.language().word())
                        .put("version", runtime.version(), null)
                        .put("build", runtime.build())
                        .put("start", runtime.start()),
                runtime.checkout());
    }

    private static MapNode checkout(MapNode node, Checkout checkout) {
        return node.put("repo", checkout.repo(), null)
                .put("branch", checkout.branch(), null)
                .put("rootDir", checkout.rootDir(), null)
                .putUnlessEmpty("paths", checkout.paths(), null)
                .putUnlessEmpty("ignoredPaths", checkout.ignoredPaths(), null);
    }

    private static MapNode scale(Scale scale) {
        return map().put("min", scale.min())
                .put("max", scale.max())
                .put("cpu", scale.cpu(), null)
                .put("memory", scale.memory(), null)
                .put(
                        "queueDepth",
                        scale.queueDepth()
                                .map(it -> map().put("queue", it.queue().address())
                                        .put("list", it.list())
                                        .put("perInstance", it.perInstance())),
                        null);
    }

    private static MapNode model(Model model) {
        ListNode files = new ListNode(null);
        model.files()
                .forEach(file -> files.add(map().put("path", file.path())
                        .put("sha256", file.sha256())
                        .put("bytes", file.size())));
        return map().put("huggingFace", model.repo())
                .put("revision", model.revision())
                .put("size", model.size().map(PropertyNodes::of), null)
                .putUnlessEmpty("files", files, null);
    }

    private static MapNode map() {
        return new MapNode(null);
    }
}
