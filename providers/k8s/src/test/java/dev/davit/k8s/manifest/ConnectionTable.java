package dev.davit.k8s.manifest;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.model.DesiredObject;
import java.util.ArrayList;
import java.util.List;

/** Reads network policies as lines: {@code web -> jobs:6379}, {@code web <- anybody:3000}. Name look-ups are left out. */
final class ConnectionTable {
    private ConnectionTable() {}

    static List<String> of(Made made) {
        List<String> lines = new ArrayList<>();
        for (DesiredObject object : made.synthesized.objects()) {
            if (object.kind().equals("NetworkPolicy")) {
                MapNode spec = object.tree().getMap("spec").orElseThrow();
                String owner = peer(spec.get("podSelector").orElseThrow());
                rules(lines, owner + " <- ", spec.getList("ingress").orElseThrow(), "from");
                rules(lines, owner + " -> ", spec.getList("egress").orElseThrow(), "to");
            }
        }
        return lines;
    }

    private static void rules(List<String> lines, String start, ListNode rules, String peers) {
        for (Node item : rules) {
            MapNode rule = (MapNode) item;
            List<String> who = new ArrayList<>();
            rule.getList(peers).ifPresent(list -> list.forEach(it -> who.add(peer(it))));
            List<String> ports = new ArrayList<>();
            rule.getList("ports")
                    .ifPresent(list -> list.forEach(it -> ports.add(
                            String.valueOf(((MapNode) it).getLong("port").orElseThrow()))));
            if (!ports.contains("53")) {
                lines.add(start + (who.isEmpty() ? "anybody" : String.join("|", who)) + ":" + String.join(",", ports));
            }
        }
    }

    private static String peer(Node node) {
        String text = node.toString();
        for (String label : List.of("app.kubernetes.io/name=", "kubernetes.io/metadata.name=")) {
            int at = text.indexOf(label);
            if (at >= 0) {
                String rest = text.substring(at + label.length());
                return (label.startsWith("app") ? "" : "namespace ") + rest.substring(0, rest.indexOf('}'));
            }
        }
        return text.contains("0.0.0.0/0") ? "outside" : text.contains("::/0") ? "outside6" : text;
    }
}
