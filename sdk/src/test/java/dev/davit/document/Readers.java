package dev.davit.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Other people's readers, and a form in which all that was read can be compared. */
final class Readers {
    private static final int LARGE = 64 << 20;

    private Readers() {}

    /** As Kubernetes' and most other tools read. */
    static Object yaml11(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGE);
        options.setNestingDepthLimit(DocumentReader.MAX_DEPTH + 10);
        return normal(new Yaml(new SafeConstructor(options)).load(text));
    }

    static Object yaml12(String text) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(LARGE).build();
        return normal(new Load(settings).loadFromString(text));
    }

    static Object ours(String text) {
        return plain(DocumentReader.read("law.yaml", text).get(0));
    }

    static Object plain(Node node) {
        if (node instanceof MapNode map) {
            Map<Object, Object> plain = new LinkedHashMap<>();
            map.entries().forEach((key, value) -> plain.put(key, plain(value)));
            return plain;
        }
        if (node instanceof ListNode list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(item -> plain.add(plain(item)));
            return plain;
        }
        return normal(((ScalarNode) node).value());
    }

    /** Numbers as the double that each reader can hold; all else as it is, so that no number equals a text. */
    private static Object normal(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> normal = new LinkedHashMap<>();
            map.forEach((key, item) -> normal.put(key, normal(item)));
            return normal;
        }
        if (value instanceof List<?> list) {
            List<Object> normal = new ArrayList<>();
            list.forEach(item -> normal.add(normal(item)));
            return normal;
        }
        return value instanceof Number number ? (Object) new BigDecimal(number.toString()).doubleValue() : value;
    }
}
