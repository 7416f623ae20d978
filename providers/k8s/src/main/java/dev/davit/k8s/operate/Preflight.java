package dev.davit.k8s.operate;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Refusal;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Kind;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Change;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks the server which rights are missing, before anything is written. */
final class Preflight {
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final int AT_ONCE = 8;

    private final ApiServer api;

    Preflight(ApiServer api) {
        this.api = api;
    }

    private record Right(String verb, String kind, String group, String plural, String namespace)
            implements Comparable<Right> {
        private static final Comparator<Right> ORDER = Comparator.comparing(Right::namespace)
                .thenComparing(Right::kind)
                .thenComparing(Right::verb);

        @Override
        public int compareTo(Right other) {
            return ORDER.compare(this, other);
        }
    }

    List<Refusal> missing(Plan plan, Home home) {
        Set<Right> rights = new TreeSet<>();
        ownRights(rights, home.namespace(), !plan.isEmpty());
        plan.changes().forEach(it -> changeRights(rights, it, plan));
        return ask(List.copyOf(rights));
    }

    private static void ownRights(Set<Right> rights, String namespace, boolean writes) {
        for (String verb : writes ? List.of("get", "list", "create", "patch", "delete") : List.of("get")) {
            rights.add(new Right(verb, "Secret", "", "secrets", namespace));
        }
        for (String verb : writes ? List.of("get", "create", "update") : List.<String>of()) {
            rights.add(new Right(verb, "Lease", "coordination.k8s.io", "leases", namespace));
        }
    }

    private void changeRights(Set<Right> rights, Change change, Plan plan) {
        for (Step step : change.steps()) {
            for (String verb : verbs(step)) {
                plural(step.key(), plan)
                        .ifPresent(plural -> rights.add(new Right(
                                verb,
                                step.key().shortKind(),
                                group(step.key()),
                                plural,
                                step.key().scope())));
            }
        }
    }

    /** Applying to an object that is not there takes both rights. */
    private static List<String> verbs(Step step) {
        return switch (step.verb()) {
            case APPLY -> step.expects().isEmpty() ? List.of("get", "patch", "create") : List.of("get", "patch");
            case PATCH, ADOPT, HAND_OVER -> List.of("get", "patch");
            case DELETE, DELETE_ORPHAN -> List.of("get", "delete");
        };
    }

    private static String group(ObjectKey key) {
        int dot = key.kind().indexOf('.');
        return dot < 0 ? "" : key.kind().substring(dot + 1);
    }

    /** A kind that the plan brings along is not served yet: its definition says how it is called. */
    private Optional<String> plural(ObjectKey key, Plan plan) {
        return api.kinds()
                .find(key.kind())
                .map(Kind::plural)
                .or(() -> plan.wanted().objects().stream()
                        .map(DesiredObject::tree)
                        .map(Live::new)
                        .filter(it -> it.kind().equals("CustomResourceDefinition"))
                        .filter(it -> defines(it, key))
                        .findFirst()
                        .flatMap(it -> it.text("spec", "names", "plural")));
    }

    private static boolean defines(Live definition, ObjectKey key) {
        return Kind.key(
                        definition.text("spec", "group").orElse(""),
                        definition.text("spec", "names", "kind").orElse(""))
                .equals(key.kind());
    }

    private List<Refusal> ask(List<Right> rights) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Preflight::thread);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            rights.forEach(it -> answers.add(threads.submit(() -> isAllowed(it))));
            List<Refusal> missing = new ArrayList<>();
            for (int i = 0; i < rights.size(); i++) {
                if (!await(answers.get(i))) {
                    Right right = rights.get(i);
                    missing.add(new Refusal(right.verb(), right.kind(), right.namespace()));
                }
            }
            return List.copyOf(missing);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "preflight");
        thread.setDaemon(true);
        return thread;
    }

    private static boolean await(Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw Answers.interrupted("preflight");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApplyException known) {
                throw known;
            }
            throw new IllegalStateException("asking for rights", e.getCause());
        }
    }

    private boolean isAllowed(Right right) {
        MapNode review =
                new MapNode(null).put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
        review.map("spec", null)
                .map("resourceAttributes", null)
                .put("verb", right.verb())
                .put("group", right.group())
                .put("resource", right.plural())
                .put("namespace", right.namespace());
        Reply reply = api.create(REVIEWS, review);
        if (!reply.ok()) {
            throw Answers.refused(reply, "SelfSubjectAccessReview");
        }
        return new Live(reply.body()).flag("status", "allowed");
    }
}
