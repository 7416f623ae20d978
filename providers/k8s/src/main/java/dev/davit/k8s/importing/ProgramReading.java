package dev.davit.k8s.importing;

import dev.davit.document.MapNode;
import dev.davit.k8s.importing.Recognition.NotExpressible;
import dev.davit.model.Kind;
import dev.davit.source.Call;
import dev.davit.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a container what every program has: an image, a command, amounts, groups and variables. */
final class ProgramReading {
    private static final Pattern GROUP = Pattern.compile("(.*)-env-[0-9a-f]{8}");

    private final Recognition recognition;
    private final Draft draft;
    private final MapNode pod;
    private final MapNode container;

    ProgramReading(Recognition recognition, Draft draft, MapNode pod, MapNode container) {
        this.recognition = recognition;
        this.draft = draft;
        this.pod = pod;
        this.container = container;
    }

    void source() {
        List<Call> calls = new ArrayList<>();
        calls.add(Call.of("of", Code.quoted(Tree.text(container, "image").orElseThrow(NotExpressible::new))));
        Tree.text(pod, "imagePullSecrets", "0", "name")
                .ifPresent(it -> calls.add(Call.of("credential", Code.quoted(it))));
        draft.argument(new Code.Chain("Image", calls));
    }

    /** Reads a command, which a call takes word by word. */
    static void words(Draft draft, String method, MapNode container) {
        List<String> words = Tree.texts(container, "command");
        if (!words.isEmpty()) {
            draft.call(
                    method,
                    words.stream()
                            .map(it -> Code.quoted(VariableReading.unescaped(it)))
                            .toArray(Code[]::new));
        }
    }

    /**
     * Reads what the program gets.
     *
     * @param gpu whether it gets a GPU, with which other amounts are usual
     */
    void amounts(boolean gpu) {
        Tree.text(container, "resources", "requests", "cpu")
                .filter(it -> !it.equals(gpu ? "4" : "500m"))
                .flatMap(Amount::cpu)
                .ifPresent(it -> draft.call("cpu", it));
        Tree.text(container, "resources", "requests", "memory")
                .filter(it -> !it.equals(gpu ? "16Gi" : "512Mi"))
                .flatMap(Amount::size)
                .ifPresent(it -> draft.call("memory", it));
    }

    /** Reads groups and variables; gives the resources that variables name. */
    Set<Draft> variables(Set<String> callees, Set<String> own) {
        for (MapNode source : Tree.maps(container, "envFrom")) {
            Matcher group =
                    GROUP.matcher(Tree.text(source, "configMapRef", "name").orElse(""));
            Draft named = Optional.of(group)
                    .filter(Matcher::matches)
                    .flatMap(it -> recognition.draft(it.group(1), Kind.ENV_GROUP))
                    .orElseThrow(NotExpressible::new);
            draft.call("envGroup", draft.reference(named));
        }
        return new VariableReading(recognition, draft, Tree.maps(container, "env"), callees, own).read();
    }
}
