package dev.davit.render.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is to go wrong, such as {@code 500@12} for the twelfth request and {@code build@web} for each build of a service. */
final class FaultWords {
    private static final String FIT =
            "write 500@12 for the twelfth request (or 429, cut-before, cut-after, truncated, slow, late-list),"
                    + " or build@web for a service (or pre-deploy, health)";
    private static final Pattern REQUEST = Pattern.compile("([a-z0-9-]+)@([1-9][0-9]{0,8})");
    private static final Pattern SERVICE = Pattern.compile("(build|pre-deploy|health)@([^@\\s]+)");
    private static final Pattern SERVER_ERROR = Pattern.compile("5[0-9][0-9]");
    private static final Duration SLOW = Duration.ofSeconds(5);

    private final Map<Long, Fault> requests = new HashMap<>();
    private final Map<String, Set<String>> services = new HashMap<>();

    /**
     * Reads words.
     *
     * @throws IllegalArgumentException if one of them means nothing
     */
    FaultWords(List<String> words) {
        List<String> unknown = new ArrayList<>();
        for (String word : words) {
            if (!isForRequest(word) && !isForService(word)) {
                unknown.add(word);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", unknown) + ": " + FIT);
        }
    }

    private boolean isForRequest(String word) {
        Matcher request = REQUEST.matcher(word);
        if (!request.matches()) {
            return false;
        }
        Optional<Fault> fault = fault(request.group(1));
        fault.ifPresent(it -> requests.put(Long.parseLong(request.group(2)), it));
        return fault.isPresent();
    }

    private static Optional<Fault> fault(String kind) {
        return switch (kind) {
            case "429" -> Optional.of(Fault.tooMany());
            case "cut-before" -> Optional.of(Fault.cutBefore());
            case "cut-after" -> Optional.of(Fault.cutAfter());
            case "truncated" -> Optional.of(Fault.truncated());
            case "slow" -> Optional.of(Fault.slow(SLOW));
            case "late-list" -> Optional.of(Fault.lateList(SLOW));
            default ->
                SERVER_ERROR.matcher(kind).matches()
                        ? Optional.of(Fault.error(Integer.parseInt(kind)))
                        : Optional.empty();
        };
    }

    private boolean isForService(String word) {
        Matcher service = SERVICE.matcher(word);
        if (service.matches()) {
            services.computeIfAbsent(service.group(1), it -> new HashSet<>()).add(service.group(2));
        }
        return service.matches();
    }

    /** Lets a sandbox fail as was read. */
    SandboxOptions put(SandboxOptions options) {
        return options.faults((number, method, path) -> Optional.ofNullable(requests.get(number)))
                .program(new Failing());
    }

    private final class Failing implements Program {
        @Override
        public boolean builds(Version version) {
            return works("build", version);
        }

        @Override
        public boolean migrates(Version version) {
            return works("pre-deploy", version);
        }

        @Override
        public boolean becomesHealthy(Version version) {
            return works("health", version);
        }

        private boolean works(String what, Version version) {
            return !services.getOrDefault(what, Set.of()).contains(version.service());
        }
    }
}
