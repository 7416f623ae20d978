package dev.davit.cli.laws;

import dev.davit.Handle;
import dev.davit.KeyValue;
import dev.davit.ModelArtifact;
import dev.davit.Postgres;
import dev.davit.Service;
import dev.davit.StaticSite;
import dev.davit.Value;
import dev.davit.WebService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What was created so far, by the name of its variable: references go back only, so there are no circles. */
final class Known {
    /** A reference and the Java that makes it. */
    record Ref(String variable, String call, Function<Handle, Value<?>> make) {
        String java() {
            return call.isEmpty() ? "Value.text(\"x\", " + variable + ".host())" : variable + call;
        }

        Value<?> of(Map<String, Handle> handles) {
            return make.apply(handles.get(variable));
        }
    }

    private final Map<String, Class<? extends Handle>> types = new LinkedHashMap<>();

    void add(String variable, Class<? extends Handle> type) {
        types.put(variable, type);
    }

    Optional<String> any(Class<? extends Handle> type, Draw draw) {
        List<String> found = types.entrySet().stream()
                .filter(it -> type.isAssignableFrom(it.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return found.isEmpty() || draw.chance(40) ? Optional.empty() : Optional.of(draw.of(found));
    }

    Optional<Ref> reference(Draw draw) {
        List<Ref> all = new ArrayList<>();
        types.forEach((variable, type) -> all.addAll(references(variable, type)));
        return all.isEmpty() || draw.chance(30) ? Optional.empty() : Optional.of(draw.of(all));
    }

    private static List<Ref> references(String variable, Class<? extends Handle> type) {
        List<Ref> refs = new ArrayList<>();
        if (Service.class.isAssignableFrom(type)) {
            refs.add(new Ref(variable, ".url(\"/v1\")", it -> ((Service) it).url("/v1")));
            refs.add(new Ref(variable, ".hostPort()", it -> ((Service) it).hostPort()));
            refs.add(new Ref(variable, ".host()", it -> ((Service) it).host()));
            refs.add(new Ref(variable, ".port()", it -> ((Service) it).port()));
            refs.add(new Ref(variable, "", it -> Value.text("x", ((Service) it).host())));
        }
        if (type == WebService.class) {
            refs.add(new Ref(variable, ".publicUrl()", it -> ((WebService) it).publicUrl()));
        }
        if (type == StaticSite.class) {
            refs.add(new Ref(variable, ".publicUrl()", it -> ((StaticSite) it).publicUrl()));
        }
        if (type == Postgres.class) {
            refs.add(new Ref(variable, ".connectionString()", it -> ((Postgres) it).connectionString()));
            refs.add(new Ref(variable, ".password()", it -> ((Postgres) it).password()));
            refs.add(new Ref(variable, ".database()", it -> ((Postgres) it).database()));
        }
        if (KeyValue.class.isAssignableFrom(type)) {
            refs.add(new Ref(variable, ".url()", it -> ((KeyValue) it).url()));
            refs.add(new Ref(variable, ".port()", it -> ((KeyValue) it).port()));
        }
        if (type == ModelArtifact.class) {
            refs.add(new Ref(variable, ".path()", it -> ((ModelArtifact) it).path()));
        }
        return refs;
    }
}
