package dev.davit.k8s.importing;

import dev.davit.document.MapNode;
import dev.davit.k8s.importing.Recognition.NotExpressible;
import dev.davit.model.Kind;
import dev.davit.source.Call;
import dev.davit.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how many instances there are from what scales them. */
final class ScaleReading {
    private static final Pattern QUEUE = Pattern.compile("([a-z0-9-]+)\\..*");

    private final Recognition recognition;
    private final Draft draft;
    private final Item controller;

    ScaleReading(Recognition recognition, Draft draft, Item controller) {
        this.recognition = recognition;
        this.draft = draft;
        this.controller = controller;
    }

    void read() {
        Optional<Item> byUse = recognition.find("HorizontalPodAutoscaler.autoscaling", draft.id());
        Optional<Item> byQueue = recognition.find("ScaledObject.keda.sh", draft.id());
        if (byQueue.isPresent()) {
            draft.call("scale", byQueue(byQueue.get().tree()));
        } else if (byUse.isPresent()) {
            draft.call("scale", byUse(byUse.get().tree()));
        } else {
            Tree.number(controller.tree(), "spec", "replicas")
                    .filter(it -> it != 1 && controller.kind().equals("Deployment"))
                    .ifPresent(it -> draft.call("scale", Code.call("Scale", "fixed", Amount.number(it))));
        }
    }

    private static Code byUse(MapNode scaler) {
        List<Call> calls = new ArrayList<>(between(scaler, "minReplicas", "maxReplicas"));
        for (MapNode metric : Tree.maps(scaler, "spec", "metrics")) {
            long percent = Tree.number(metric, "resource", "target", "averageUtilization")
                    .orElseThrow(NotExpressible::new);
            String use = Tree.text(metric, "resource", "name").orElseThrow(NotExpressible::new);
            calls.add(Call.of(use(use), Amount.number(percent)));
        }
        return new Code.Chain("Scale", calls);
    }

    /** No other resource has a call. */
    private static String use(String name) {
        if (!name.equals("cpu") && !name.equals("memory")) {
            throw new NotExpressible();
        }
        return name;
    }

    private static List<Call> between(MapNode scaler, String least, String most) {
        return List.of(Call.of(
                "between",
                Amount.number(Tree.number(scaler, "spec", least).orElseThrow(NotExpressible::new)),
                Amount.number(Tree.number(scaler, "spec", most).orElseThrow(NotExpressible::new))));
    }

    private Code byQueue(MapNode scaler) {
        List<Call> calls = new ArrayList<>(between(scaler, "minReplicaCount", "maxReplicaCount"));
        for (MapNode trigger : Tree.maps(scaler, "spec", "triggers")) {
            String type = trigger.getText("type").orElse("");
            MapNode metadata = Tree.map(trigger, "metadata");
            calls.add(type.equals("redis") ? depth(metadata) : Call.of(use(type), number(metadata, "value")));
        }
        return new Code.Chain("Scale", calls);
    }

    private Call depth(MapNode metadata) {
        Matcher queue = QUEUE.matcher(Tree.text(metadata, "address").orElse(""));
        Draft named = Optional.of(queue)
                .filter(Matcher::matches)
                .flatMap(it -> recognition.draft(it.group(1), Kind.JOB_QUEUE))
                .orElseThrow(NotExpressible::new);
        return Call.of(
                "queueDepth",
                draft.reference(named),
                Code.quoted(Tree.text(metadata, "listName").orElseThrow(NotExpressible::new)),
                number(metadata, "listLength"));
    }

    private static Code number(MapNode metadata, String name) {
        return Tree.text(metadata, name)
                .filter(it -> it.matches("\\d{1,9}"))
                .map(Code::plain)
                .orElseThrow(NotExpressible::new);
    }
}
