package dev.davit.k8s.importing;

import dev.davit.document.DocumentException;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.model.Kind;
import dev.davit.source.Call;
import dev.davit.source.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a group of variables or a model from its ConfigMap. */
final class GroupReading {
    private final Recognition recognition;
    private final Item item;
    private final String id;

    GroupReading(Recognition recognition, Item item) {
        this.recognition = recognition;
        this.item = item;
        this.id = Recognition.about(item);
    }

    void read() {
        String name = item.key().name();
        if (name.matches("\\Q" + id + "\\E-env-[0-9a-f]{8}")) {
            recognition
                    .start(Kind.ENV_GROUP, id, item)
                    .ifPresent(draft -> Tree.map(item.tree(), "data")
                            .entries()
                            .forEach((key, value) ->
                                    draft.call("env", Code.quoted(key), Code.quoted(String.valueOf(value)))));
        } else if (name.matches("\\Q" + id + "\\E-model-[0-9a-f]{8}")) {
            Tree.text(item.tree(), "data", "model.json").ifPresent(this::model);
        }
    }

    private void model(String json) {
        MapNode lock;
        try {
            lock = Json.read("model.json", json.getBytes(StandardCharsets.UTF_8)) instanceof MapNode map
                    ? map
                    : new MapNode(null);
        } catch (DocumentException other) {
            return;
        }
        if (lock.getText("repo").isEmpty() || lock.getText("revision").isEmpty()) {
            return;
        }
        recognition.start(Kind.MODEL, id, item).ifPresent(draft -> {
            List<Call> calls = new ArrayList<>();
            calls.add(Call.of("huggingFace", Code.quoted(lock.getText("repo").orElseThrow())));
            calls.add(Call.of("revision", Code.quoted(lock.getText("revision").orElseThrow())));
            size().ifPresent(it -> calls.add(Call.of("size", it)));
            Tree.maps(lock, "files")
                    .forEach(file -> calls.add(Call.of(
                            "file",
                            Code.quoted(file.getText("path").orElse("")),
                            Code.quoted(file.getText("sha256").orElse("")),
                            Code.plain(file.getLong("size").orElse(0L) + "L"))));
            draft.argument(new Code.Chain("Model", calls));
            token().ifPresent(secret -> draft.call("token", draft.reference(recognition.secret(secret, item))));
        });
    }

    /** The room for a model is a tenth more than its size, rounded up to whole MiB. */
    private Optional<Code> size() {
        return volume("model-" + id)
                .flatMap(it -> Tree.text(it, "emptyDir", "sizeLimit"))
                .flatMap(Amount::mib)
                .flatMap(GroupReading::sizeOfRoom)
                .map(Amount::mib);
    }

    private static Optional<Long> sizeOfRoom(long room) {
        for (long mib = room * 10 / 11 + 1; mib > 0 && mib > room * 10 / 11 - 3; mib--) {
            if (mib + (mib + 9) / 10 == room) {
                return Optional.of(mib);
            }
        }
        return Optional.empty();
    }

    private Optional<String> token() {
        return volume("token-" + id).flatMap(it -> Tree.text(it, "secret", "secretName"));
    }

    private Optional<MapNode> volume(String name) {
        return recognition.bundle().items().stream()
                .flatMap(it -> Tree.maps(it.tree(), "spec", "template", "spec", "volumes").stream())
                .filter(it -> it.getText("name").filter(name::equals).isPresent())
                .findFirst();
    }
}
