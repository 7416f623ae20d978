package dev.davit.k8s.manifest;

import dev.davit.Image;
import dev.davit.Literal;
import dev.davit.Reference;
import dev.davit.Text;
import dev.davit.Value;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.k8s.manifest.Resolved.Plain;
import dev.davit.model.Output;
import dev.davit.model.SecretSpec;
import dev.davit.model.StaticSiteSpec;
import dev.davit.model.WorkloadSpec;
import dev.davit.target.OutputFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the file that {@code kubectl apply -k} reads. Its comment says what the cluster must have that no file can hold. */
final class Kustomization {
    static final String PATH = "kustomization.yaml";

    private static final Origin LISTED = Origin.target("kubectl apply -k reads what is listed");

    private final Cluster cluster;
    private final List<String> lines = new ArrayList<>();

    private Kustomization(Cluster cluster) {
        this.cluster = cluster;
    }

    static OutputFile.Yaml of(Cluster cluster, List<String> files) {
        MapNode tree = new MapNode(LISTED)
                .put("apiVersion", "kustomize.config.k8s.io/v1beta1")
                .put("kind", "Kustomization");
        ListNode resources = tree.list("resources", LISTED);
        files.forEach(resources::add);
        return new OutputFile.Yaml(PATH, new Kustomization(cluster).header(), List.of(tree));
    }

    private List<String> header() {
        lines.add("Made by davit from " + cluster.assembly().definition() + ", stage "
                + cluster.assembly().stage() + ". Change the definition, not this file.");
        lines.add("");
        lines.add("  kubectl " + context() + "apply -k .");
        needs();
        tokens();
        outputs();
        return lines;
    }

    private String context() {
        return cluster.settings()
                .context()
                .map(it -> "--context " + quoted(Settings.text(it)) + " ")
                .orElse("");
    }

    private void needs() {
        List<String> commands = new ArrayList<>();
        secretsToGive().forEach(id -> commands.add("create secret generic " + id + " --from-file=value=FILE"));
        tlsToGive().forEach(name -> commands.add("create secret tls " + name + " --cert=FILE --key=FILE"));
        pullSecrets()
                .forEach(name -> commands.add(
                        "create secret docker-registry " + quoted(name) + " --from-file=.dockerconfigjson=FILE"));
        cluster.settings().secrets().forEach(it -> commands.add(create((List<?>) it.value())));
        if (!commands.isEmpty()) {
            lines.add("");
            lines.add("No file holds these Secrets; make them once, after the namespace:");
            commands.forEach(this::command);
        }
    }

    private static String create(List<?> nameAndKeys) {
        StringBuilder command =
                new StringBuilder("create secret generic " + quoted(String.valueOf(nameAndKeys.get(0))));
        nameAndKeys.stream()
                .skip(1)
                .forEach(key -> command.append(" --from-file=" + quoted(String.valueOf(key)) + "=FILE"));
        return command.toString();
    }

    private void command(String command) {
        lines.add("  kubectl " + context() + "--namespace " + cluster.namespace() + " " + command);
    }

    /** The token is made in the cluster, and callers elsewhere are asked for it. */
    private void tokens() {
        List<WorkloadSpec> exposed = cluster.specs(WorkloadSpec.class).stream()
                .filter(it -> cluster.settings().expose(it.key()).isPresent())
                .toList();
        if (!exposed.isEmpty()) {
            lines.add("");
            lines.add("Callers on other targets need these tokens, which the cluster made:");
            exposed.forEach(it -> command("get secret " + Credentials.access(it.id()) + " --output go-template='{{."
                    + "data." + Credentials.TOKEN + " | base64decode}}'"));
        }
    }

    private List<String> secretsToGive() {
        return cluster.specs(SecretSpec.class).stream()
                .filter(it -> !it.generated())
                .map(SecretSpec::id)
                .toList();
    }

    private Set<String> tlsToGive() {
        Set<String> names = new LinkedHashSet<>();
        if (cluster.settings().certificateIssuer().isPresent()) {
            return names;
        }
        cluster.specs(WorkloadSpec.class).stream()
                .filter(it -> !it.domains().isEmpty()
                        || cluster.settings().expose(it.key()).isPresent())
                .forEach(it -> names.add(Ingresses.tlsSecret(it.id())));
        cluster.specs(StaticSiteSpec.class).stream()
                .filter(it -> !it.domains().isEmpty())
                .forEach(it -> names.add(Ingresses.tlsSecret(it.id())));
        return names;
    }

    private Set<String> pullSecrets() {
        Set<String> names = new LinkedHashSet<>();
        cluster.specs(WorkloadSpec.class).forEach(it -> {
            if (it.source() instanceof Image image) {
                image.credential().ifPresent(names::add);
            }
        });
        return names;
    }

    private void outputs() {
        List<String> shown = new ArrayList<>();
        for (Output output : cluster.assembly().outputs()) {
            String text = text(output.value(), output);
            if (text != null) {
                shown.add("  " + output.name() + ": " + text);
            }
        }
        if (!shown.isEmpty()) {
            lines.add("");
            lines.add("Outputs:");
            lines.addAll(shown);
        }
    }

    /** What lies on another target is that target's to show. */
    private String text(Value<?> value, Output output) {
        if (value instanceof Literal<?> literal) {
            return String.valueOf(literal.value());
        }
        if (value instanceof Reference<?> reference && cluster.scope().holds(reference.resource())) {
            Resolved resolved = new Addresses(cluster).of(reference, null, output.origin());
            return resolved instanceof Plain plain ? plain.text() : null;
        }
        if (value instanceof Text text) {
            List<String> parts =
                    text.parts().stream().map(part -> text(part, output)).toList();
            return parts.contains(null) ? null : String.join("", parts);
        }
        return null;
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9._/:@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
