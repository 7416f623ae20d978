package dev.davit.check.rule;

import dev.davit.BuiltSource;
import dev.davit.Literal;
import dev.davit.NativeRuntime;
import dev.davit.StaticContent;
import dev.davit.Text;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.ScalarNode;
import dev.davit.model.SettingValue;
import dev.davit.model.StaticSiteSpec;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finds the text that a user wrote out in a property, with what it is for. */
final class LiteralText {
    private final BiConsumer<String, String> texts;

    private LiteralText(BiConsumer<String, String> texts) {
        this.texts = texts;
    }

    /**
     * Walks through a value.
     *
     * @param property the property that holds it: {@code env.TOKEN}
     * @param texts takes what a text is for ({@code the build command}) and the text
     */
    static void in(String property, Object value, BiConsumer<String, String> texts) {
        new LiteralText(texts).walk(words(property), value);
    }

    private static String words(String property) {
        if (property.startsWith("env.")) {
            return "environment variable " + property.substring("env.".length());
        }
        return switch (property) {
            case "command" -> "the command";
            case "preDeploy" -> "the pre-deploy command";
            case "source", "content" -> "the address of the repository";
            default -> property;
        };
    }

    private void walk(String what, Object value) {
        if (value instanceof Collection<?> items) {
            items.forEach(item -> walk(what, item));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> walk(what, item));
        } else if (value instanceof Text text) {
            text.parts().forEach(part -> walk(what, part));
        } else if (value instanceof Literal<?> literal) {
            walk(what, literal.value());
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(it -> walk(what, it));
        } else if (value instanceof SettingValue setting) {
            walk(what, setting.toNode());
        } else if (value instanceof String text) {
            texts.accept(what, text);
        } else {
            shape(what, value);
        }
    }

    private void shape(String what, Object value) {
        if (value instanceof NativeRuntime runtime) {
            walk("the build command", runtime.build());
            walk("the start command", runtime.start());
        }
        if (value instanceof BuiltSource source) {
            walk(what, source.repo());
        } else if (value instanceof StaticContent content) {
            walk("the build command", content.build());
            walk(what, content.checkout().repo());
        } else if (value instanceof StaticSiteSpec.Header header) {
            walk("header " + header.name(), header.value());
        } else if (value instanceof StaticSiteSpec.Route route) {
            walk("the route from " + route.source(), route.destination());
        } else {
            node(what, value);
        }
    }

    private void node(String what, Object value) {
        if (value instanceof MapNode map) {
            map.entries().values().forEach(item -> walk(what, item));
        } else if (value instanceof ListNode list) {
            list.forEach(item -> walk(what, item));
        } else if (value instanceof ScalarNode scalar && scalar.value() instanceof String text) {
            walk(what, text);
        }
    }
}
