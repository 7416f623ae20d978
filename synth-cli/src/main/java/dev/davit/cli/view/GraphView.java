package dev.davit.cli.view;

import dev.davit.model.Assembly;
import dev.davit.model.Edge;
import dev.davit.model.ResourceKey;
import dev.davit.model.Spec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Draws resources and the edges between them. */
public enum GraphView {
    /** Indented lines. */
    TEXT {
        @Override
        public String draw(Assembly assembly) {
            StringBuilder text = new StringBuilder();
            for (Spec spec : assembly.specs()) {
                text.append(spec.key()).append('\n');
                for (String edge : edges(assembly, spec.key()).keySet()) {
                    text.append("  -> ").append(edge).append('\n');
                }
            }
            return text.toString();
        }
    },
    /** A flow chart of Mermaid, as GitHub and GitLab show in Markdown. */
    MERMAID {
        @Override
        public String draw(Assembly assembly) {
            StringBuilder text = new StringBuilder("flowchart LR\n");
            for (Spec spec : assembly.specs()) {
                text.append("  ")
                        .append(node(spec.key()))
                        .append("[\"")
                        .append(spec.id())
                        .append("<br/>")
                        .append(spec.kind().words())
                        .append("\"]\n");
            }
            for (Spec spec : assembly.specs()) {
                edges(assembly, spec.key())
                        .forEach((label, edge) -> text.append("  ")
                                .append(node(edge.from()))
                                .append(" -->|")
                                .append(word(edge))
                                .append("| ")
                                .append(node(edge.to()))
                                .append('\n'));
            }
            return text.toString();
        }
    },
    /** A directed graph in the language of Graphviz. */
    DOT {
        @Override
        public String draw(Assembly assembly) {
            StringBuilder text =
                    new StringBuilder("digraph \"" + assembly.name() + "\" {\n  rankdir=LR;\n  node [shape=box];\n");
            for (Spec spec : assembly.specs()) {
                text.append("  ").append(node(spec.key())).append(" [label=\"").append(spec.id());
                text.append("\\n").append(spec.kind().words()).append("\"];\n");
            }
            for (Spec spec : assembly.specs()) {
                edges(assembly, spec.key())
                        .forEach((label, edge) -> text.append("  ")
                                .append(node(edge.from()))
                                .append(" -> ")
                                .append(node(edge.to()))
                                .append(" [label=\"")
                                .append(word(edge))
                                .append("\"];\n"));
            }
            return text.append("}\n").toString();
        }
    };

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Draw a definition; the text ends with a line feed. */
    public abstract String draw(Assembly assembly);

    /** Collects the edges of a resource, one for each use of each other resource. */
    private static Map<String, Edge> edges(Assembly assembly, ResourceKey from) {
        Map<String, Edge> edges = new LinkedHashMap<>();
        assembly.needs(from).forEach(edge -> edges.putIfAbsent(edge.to() + "  (" + word(edge) + ")", edge));
        return edges;
    }

    private static String word(Edge edge) {
        return edge.attribute()
                .map(attribute -> attribute.word())
                .orElseGet(() -> edge.use().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static String node(ResourceKey key) {
        return key.address().replaceAll("[^A-Za-z0-9]", "_");
    }
}
