package dev.davit.render.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the operation for a request. */
final class Router {
    private final List<Route> routes = new ArrayList<>();
    private final Map<String, Boolean> known = new TreeMap<>();

    /** Adds an operation for a template such as {@code GET /services/{}/deploys}. */
    Router on(String template, Operation operation) {
        known.put(template, true);
        routes.add(Route.of(template, operation));
        return this;
    }

    Answer answer(Call call) {
        String[] segments = call.path().substring(1).split("/", -1);
        Set<String> methods = new LinkedHashSet<>();
        // A template with a fixed segment wins over one with a variable in its place, as paths do in OpenAPI.
        Route best = null;
        for (Route route : routes) {
            Optional<List<String>> values = route.match(segments);
            if (values.isEmpty()) {
                continue;
            }
            methods.add(route.method());
            if (route.method().equals(call.method())
                    && (best == null || values.get().size() < best.variables())) {
                best = route;
            }
        }
        if (best != null) {
            return best.operation().answer(call.routed(best.match(segments).orElseThrow()));
        }
        if (methods.isEmpty()) {
            throw new Problem(404, "not found: there is no " + call.path());
        }
        throw new Problem(405, "method not allowed: " + call.path() + " takes " + String.join(", ", methods));
    }

    /** Adds an operation that Render has and the sandbox has not. */
    void unsupported(String template) {
        known.put(template, false);
        routes.add(Route.of(template, call -> {
            throw new Problem(501, "not implemented: the sandbox does not know " + template);
        }));
    }

    /** Gives the templates of all documented operations, each with whether it is answered. */
    Map<String, Boolean> operations() {
        return Map.copyOf(known);
    }

    private record Route(String template, String method, String[] segments, int variables, Operation operation) {
        static Route of(String template, Operation operation) {
            String method = template.substring(0, template.indexOf(' '));
            String[] segments = template.substring(template.indexOf('/') + 1).split("/");
            int variables =
                    (int) List.of(segments).stream().filter("{}"::equals).count();
            return new Route(template, method, segments, variables, operation);
        }

        Optional<List<String>> match(String[] path) {
            if (path.length != segments.length) {
                return Optional.empty();
            }
            List<String> values = new ArrayList<>();
            for (int i = 0; i < path.length; i++) {
                if (segments[i].equals("{}") && !path[i].isEmpty()) {
                    values.add(Decoded.text(path[i]));
                } else if (!segments[i].equals(path[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(values);
        }
    }
}
