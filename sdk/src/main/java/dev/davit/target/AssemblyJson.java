package dev.davit.target;

import dev.davit.check.Finding;
import dev.davit.document.JsonStream;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.model.Acknowledgement;
import dev.davit.model.Assembly;
import dev.davit.model.Edge;
import dev.davit.model.Output;
import dev.davit.model.RawEdit;
import dev.davit.model.ResourceKey;
import dev.davit.model.SecretSpec;
import dev.davit.model.Setting;
import dev.davit.model.Spec;
import java.util.List;
import java.util.Locale;

/**
 * Writes a synthesis as the document that {@code assembly.schema.json} describes.
 *
 * <p>Most of it is the definition, which is there before any target is asked.
 */
final class AssemblyJson {
    private static final String PATH = "assembly.json";

    private final Artifact.Content content = new Artifact.Content();
    private final JsonStream out = new JsonStream(content::add);

    AssemblyJson(Assembly assembly) {
        out.put("schema", "davit/assembly")
                .put("schemaVersion", 1)
                .put("stack", assembly.name())
                .put("stage", assembly.stage())
                .put("definition", assembly.definition())
                .put("resources", assembly.specs().stream().map(AssemblyJson::resource))
                .put("edges", assembly.edges().stream().map(AssemblyJson::edge))
                .put("secrets", assembly.specs(SecretSpec.class).stream().map(it -> secret(assembly, it)))
                .put("outputs", assembly.outputs().stream().map(AssemblyJson::output))
                .put("acknowledgements", assembly.acknowledgements().stream().map(Acknowledgement::toNode));
    }

    Artifact finish(List<Finding> findings, List<TargetOutput> targets) {
        out.put("findings", findings.stream().map(Finding::toNode))
                .put("targets", targets.stream().map(AssemblyJson::target))
                .end();
        return content.at(PATH);
    }

    private static MapNode output(Output output) {
        return map().put("name", output.name())
                .put("value", PropertyNodes.of(output.value()))
                .put("origin", output.origin().toNode());
    }

    private static MapNode resource(Spec spec) {
        MapNode node = map().put("address", spec.key().address())
                .put("kind", spec.kind().words())
                .put("id", spec.id())
                .put("created", spec.declaration().created().toNode())
                .put("movedFrom", spec.declaration().movedFrom(), null)
                .putUnlessEmpty("component", spec.declaration().component(), null);
        MapNode properties = node.map("properties", null);
        spec.properties()
                .forEach((name, value) -> properties.put(
                        name,
                        map().put("value", PropertyNodes.of(value))
                                .put("origin", spec.origin(name).toNode())));
        ListNode accepted = new ListNode(null);
        spec.declaration().acknowledgements().forEach(it -> accepted.add(it.toNode()));
        return node.putUnlessEmpty("acknowledgements", accepted, null);
    }

    private static MapNode edge(Edge edge) {
        return map().put("from", edge.from().address())
                .put("to", edge.to().address())
                .put("use", word(edge.use()))
                .put("attribute", edge.attribute().map(it -> it.word()), null)
                .put("origin", edge.origin().toNode());
    }

    private static MapNode secret(Assembly assembly, SecretSpec secret) {
        List<String> readers = assembly.neededBy(secret.key()).stream()
                .map(edge -> edge.from().address())
                .distinct()
                .toList();
        return map().put("name", secret.id())
                .put("generated", secret.generated())
                .put("readers", readers);
    }

    private static MapNode target(TargetOutput output) {
        MapNode node = map().put("name", output.target());
        ListNode settings = node.list("settings", null);
        output.desired().placement().settings().forEach(it -> settings.add(setting(it)));
        ListNode resources = node.list("resources", null);
        output.desired()
                .specs()
                .forEach(spec -> resources.add(placed(spec, output.portability().get(spec.key()))));
        ListNode files = node.list("files", null);
        output.artifacts()
                .forEach(it -> files.add(
                        map().put("path", it.path()).put("sha256", it.sha256()).put("bytes", it.size())));
        ListNode edits = node.list("rawEdits", null);
        output.desired().placement().rawEdits().forEach(it -> edits.add(rawEdit(it)));
        return node;
    }

    private static MapNode setting(Setting setting) {
        return map().put("name", setting.name())
                .put("resource", setting.resource().map(ResourceKey::address), null)
                .put("value", PropertyNodes.of(setting.value()))
                .put("origin", setting.origin().toNode());
    }

    private static MapNode placed(Spec spec, Portability verdict) {
        Portability known = verdict == null ? Portability.EXACT : verdict;
        return map().put("address", spec.key().address())
                .put("portability", word(known.verdict()))
                .putUnlessEmpty("how", known.how(), null)
                .putUnlessEmpty("wayOut", known.wayOut(), null);
    }

    private static MapNode rawEdit(RawEdit edit) {
        return map().put("resource", edit.resource().address())
                .put("object", edit.object(), null)
                .put("operation", word(edit.edit().operation()))
                .put("path", edit.edit().path())
                .put("value", edit.edit().value(), null)
                .put("origin", edit.origin().toNode());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static MapNode map() {
        return new MapNode(null);
    }
}
