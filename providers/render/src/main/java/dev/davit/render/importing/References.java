package dev.davit.render.importing;

import dev.davit.source.Code;
import java.util.Optional;

/** Turns what a variable takes its value from into a {@code RenderVariable}. */
final class References {
    private static final String TYPE = "RenderVariable";

    private final Inventory inventory;

    References(Inventory inventory) {
        this.inventory = inventory;
    }

    /** Takes the source of a variable's value, if it is one that Render knows. */
    Optional<Code> take(Cursor entry) {
        if (entry.is("sync", false)) {
            entry.take("sync");
            return Optional.of(Code.call(TYPE, "asked"));
        }
        if (entry.is("generateValue", true)) {
            entry.take("generateValue");
            return Optional.of(Code.call(TYPE, "generated"));
        }
        return entry.into("fromDatabase")
                .flatMap(this::database)
                .or(() -> entry.into("fromService").flatMap(this::service));
    }

    private Optional<Code> database(Cursor reference) {
        Optional<String> name = reference.text("name");
        Optional<String> property = reference.text("property");
        if (name.isEmpty() || property.isEmpty()) {
            return Optional.empty();
        }
        Code word = Code.quoted(property.get());
        return Optional.of(inventory
                .database(name.get())
                .map(it -> Code.call(TYPE, "of", it.handle(), word))
                .orElseGet(() -> Code.call(TYPE, "ofDatabase", Code.quoted(name.get()), word)));
    }

    private Optional<Code> service(Cursor reference) {
        Optional<String> name = reference.text("name");
        String type = reference.text("type").orElse("");
        Optional<String> property = reference.text("property");
        Optional<String> copied = property.isPresent() ? Optional.empty() : reference.text("envVarKey");
        Optional<String> word = property.or(() -> copied);
        if (name.isEmpty() || word.isEmpty()) {
            return Optional.empty();
        }
        String method = property.isEmpty() ? "copy" : "ofService";
        return Optional.of(inventory
                .service(name.get(), type)
                .map(it -> Code.call(TYPE, property.isEmpty() ? "copy" : "of", it.handle(), Code.quoted(word.get())))
                .orElseGet(() ->
                        Code.call(TYPE, method, Code.quoted(type), Code.quoted(name.get()), Code.quoted(word.get()))));
    }
}
