package dev.davit.render.importing;

import dev.davit.Image;
import dev.davit.document.ListNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.source.Call;
import dev.davit.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns what says where a program comes from into its source. */
final class Programs {
    private static final Set<String> LANGUAGES = Set.of("elixir", "go", "node", "python", "ruby", "rust");
    private static final Pattern PLAIN_WORDS = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+( [A-Za-z0-9_./:=@%+,-]+)*");

    private final Item item;
    private final Cursor fields;

    Programs(Item item) {
        this(item, item.fields());
    }

    /** @param item null where no resource stands for it */
    private Programs(Item item, Cursor fields) {
        this.item = item;
        this.fields = fields;
    }

    /** Gives the source of a service that runs. */
    Code source() {
        String runtime = fields.peek("runtime").orElse("");
        if (fields.has("buildSource")) {
            fields.text("buildSource")
                    .ifPresent(it -> item.settings()
                            .add(Call.of("builtFrom", item.handle(), Code.quoted(it))
                                    .marked(item.mark("/buildSource"))));
            return Code.call("Dockerfile", "at", Code.quoted("Dockerfile"));
        }
        Optional<Code> image = runtime.equals("image") ? image() : Optional.empty();
        if (image.isPresent()) {
            fields.take("runtime");
            return image.get();
        }
        if (LANGUAGES.contains(runtime)) {
            fields.take("runtime");
            return nativeRuntime(runtime);
        }
        if (runtime.equals("docker")) {
            fields.take("runtime");
        } else if (!fields.map().has("runtime")) {
            item.remove("runtime", "the file names no runtime");
        }
        return dockerfile();
    }

    private Optional<Code> image() {
        Optional<Code> image = image(fields);
        if (image.isEmpty()) {
            fields.giveBack("image", "it names no image");
        }
        return image;
    }

    /** Takes the image of a service or of a build source. */
    static Optional<Code> image(Cursor fields) {
        Optional<Cursor> image = fields.into("image");
        Optional<String> url =
                image.flatMap(it -> it.as("url", text -> Image.of(text).reference()));
        List<Call> calls = new ArrayList<>();
        url.ifPresent(it -> calls.add(Call.of("of", Code.quoted(it))));
        image.flatMap(it -> credential(it, "creds")).ifPresent(it -> calls.add(Call.of("credential", Code.quoted(it))));
        return url.map(it -> new Code.Chain("Image", calls));
    }

    /** Takes the credential for the images that a Dockerfile starts from. */
    static Optional<String> credential(Cursor fields) {
        return credential(fields, "registryCredential");
    }

    private static Optional<String> credential(Cursor fields, String key) {
        return fields.into(key).flatMap(it -> it.into("fromRegistryCreds")).flatMap(it -> it.text("name"));
    }

    /** Takes the native runtime of a workflow. */
    static Code runtime(Cursor fields) {
        String language = fields.peek("runtime").filter(LANGUAGES::contains).orElse("node");
        fields.take("runtime");
        return new Programs(null, fields).nativeRuntime(language);
    }

    /** Takes what a build source builds. */
    static Code built(Cursor fields) {
        return fields.peek("runtime").filter(LANGUAGES::contains).isPresent()
                ? runtime(fields)
                : new Programs(null, fields).built();
    }

    private Code built() {
        fields.take("runtime");
        return dockerfile();
    }

    private Code nativeRuntime(String language) {
        List<Call> calls = new ArrayList<>();
        calls.add(Call.of(language));
        fields.text("buildCommand").ifPresent(it -> calls.add(call("build", it, "buildCommand")));
        fields.text("startCommand").ifPresent(it -> calls.add(call("start", it, "startCommand")));
        checkout(calls);
        return new Code.Chain("NativeRuntime", calls);
    }

    private Code dockerfile() {
        List<Call> calls = new ArrayList<>();
        calls.add(call("at", fields.text("dockerfilePath").orElse("Dockerfile"), "dockerfilePath"));
        fields.text("dockerContext").ifPresent(it -> calls.add(call("context", it, "dockerContext")));
        checkout(calls);
        return new Code.Chain("Dockerfile", calls);
    }

    /** Gives the content of a site. */
    Code content() {
        fields.take("runtime");
        List<Call> calls = new ArrayList<>();
        Optional<String> folder = fields.text("staticPublishPath");
        if (folder.isEmpty() && !fields.map().has("staticPublishPath")) {
            item.remove("staticPublishPath", "the file names no folder to publish");
        }
        calls.add(call("at", folder.orElse("."), "staticPublishPath"));
        fields.text("buildCommand").ifPresent(it -> calls.add(call("build", it, "buildCommand")));
        checkout(calls);
        return new Code.Chain("StaticContent", calls);
    }

    private Call call(String method, String text, String key) {
        return mark(Call.of(method, Code.quoted(text)), fields.pointer(key));
    }

    private Call mark(Call call, String pointer) {
        return item == null ? call : call.marked(item.mark(pointer));
    }

    private void checkout(List<Call> calls) {
        fields.text("repo").ifPresent(it -> calls.add(call("repo", it, "repo")));
        fields.text("branch").ifPresent(it -> calls.add(call("branch", it, "branch")));
        fields.text("rootDir").ifPresent(it -> calls.add(call("rootDir", it, "rootDir")));
        fields.into("buildFilter").ifPresent(filter -> {
            globs(filter, "paths").ifPresent(it -> calls.add(globs("paths", it)));
            globs(filter, "ignoredPaths").ifPresent(it -> calls.add(globs("ignoring", it)));
        });
    }

    private Call globs(String method, List<Code> globs) {
        return mark(Call.of(method, globs.toArray(Code[]::new)), "/buildFilter");
    }

    private static Optional<List<Code>> globs(Cursor filter, String key) {
        return texts(filter, key)
                .filter(it -> !it.isEmpty())
                .map(it -> it.stream().map(Code::quoted).toList());
    }

    /** Takes a list of texts whole, or nothing of it. */
    static Optional<List<String>> texts(Cursor fields, String key) {
        Optional<ListNode> list = fields.list(key);
        boolean texts = list.filter(it -> it.items().stream().allMatch(Programs::isText))
                .isPresent();
        if (list.isPresent() && !texts) {
            fields.giveBack(key, "a list of texts is expected");
        }
        return texts
                ? list.map(it -> it.items().stream()
                        .map(node -> ((ScalarNode) node).written())
                        .toList())
                : Optional.empty();
    }

    private static boolean isText(Node node) {
        return node instanceof ScalarNode scalar && scalar.value() != null;
    }

    /** Gives the words of a command line that a shell would take apart in no other way. */
    static Optional<Code[]> words(String line) {
        return PLAIN_WORDS.matcher(line).matches()
                ? Optional.of(
                        List.of(line.split(" ")).stream().map(Code::quoted).toArray(Code[]::new))
                : Optional.empty();
    }
}
