package dev.davit.check;

import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import dev.davit.model.Acknowledgement;
import dev.davit.model.Assembly;
import dev.davit.model.Desired;
import dev.davit.model.Problem;
import dev.davit.model.Spec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Run rules and mute what the user accepted. */
public final class Checker {
    private final List<Rule> rules;
    private final LocalDate today;
    private final Set<String> known;

    /**
     * Make a checker.
     *
     * @param rules the rules to run, in this order
     * @param today the day on which acknowledgements are looked at
     * @param otherIds ids of findings that come from elsewhere: those of every target there is, asked for or not
     */
    public Checker(List<Rule> rules, LocalDate today, Set<String> otherIds) {
        this.rules = List.copyOf(rules);
        this.today = today;
        this.known = new HashSet<>(otherIds);
        rules.forEach(rule -> known.add(rule.id()));
    }

    /** Find the rules on a class path, in the order of their ids. */
    public static List<Rule> installed(ClassLoader loader) {
        return ServiceLoader.load(Rule.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Rule::id))
                .toList();
    }

    /** Check a definition. */
    public List<Finding> check(Assembly assembly) {
        List<Finding> findings = new ArrayList<>();
        assembly.problems().forEach(problem -> findings.add(finding(problem)));
        findings.addAll(run(null, (rule, report) -> rule.check(assembly, report)));
        acknowledgements(assembly, findings);
        return findings;
    }

    /** Check what a target is to have. */
    public List<Finding> check(Desired desired) {
        return run(desired.target(), (rule, report) -> rule.check(desired, report));
    }

    /** Ours keep nothing between calls and run side by side; those of others need not know of threads. */
    private List<Finding> run(String target, BiConsumer<Rule, Report> check) {
        Map<Boolean, List<Rule>> isOurs = rules.stream()
                .collect(Collectors.partitioningBy(it -> it.getClass().getName().startsWith("dev.davit.")));
        List<List<Finding>> found = new ArrayList<>(isOurs.get(true).parallelStream()
                .map(it -> run(it, target, check))
                .toList());
        isOurs.get(false).forEach(it -> found.add(run(it, target, check)));
        return found.stream().flatMap(List::stream).toList();
    }

    /** Mute what the user accepted, and put the worst first; within one severity, the user's lines in order. */
    public List<Finding> settle(Assembly assembly, List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        accepted(assembly, finding).map(finding::acknowledged).orElse(finding))
                .distinct()
                .sorted(Comparator.comparing(
                                (Finding it) -> it.acknowledgement().isPresent())
                        .thenComparing(Finding::severity)
                        .thenComparing(Finding::id)
                        .thenComparing(it -> it.origin()
                                .flatMap(Origin::location)
                                .map(at -> at.line())
                                .orElse(0))
                        .thenComparing(it -> it.target().orElse(""))
                        .thenComparing(Finding::what)
                        .thenComparing(Finding::why))
                .toList();
    }

    /** A rule that throws must not hide what the others found. */
    private static List<Finding> run(Rule rule, String target, BiConsumer<Rule, Report> check) {
        List<Finding> findings = new ArrayList<>();
        try {
            check.accept(rule, new Report(rule.id(), rule.severity(), target, findings::add));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            new Report("RUL001", Severity.ERROR, target, findings::add)
                    .add(
                            null,
                            place(rule, e),
                            "rule " + rule.id() + " failed",
                            rule.getClass().getName() + " threw " + SecretPattern.hide(e.toString()),
                            "mend the rule, or take it off the class path");
        }
        return findings;
    }

    /** Gives the rule's own line, not those of what it called. */
    private static Origin place(Rule rule, Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(it -> it.getClassName().equals(rule.getClass().getName()))
                .findFirst()
                .map(it -> Origin.user(
                        it.getMethodName() + "(...)",
                        new SourceLocation(
                                Objects.requireNonNullElse(it.getFileName(), ""),
                                it.getLineNumber(),
                                it.getClassName(),
                                it.getMethodName())))
                .orElse(null);
    }

    private Optional<Acknowledgement> accepted(Assembly assembly, Finding finding) {
        if (!finding.canBeMuted()) {
            return Optional.empty();
        }
        List<Acknowledgement> candidates = new ArrayList<>(assembly.acknowledgements());
        finding.resource()
                .flatMap(assembly::spec)
                .ifPresent(spec -> candidates.addAll(spec.declaration().acknowledgements()));
        return candidates.stream()
                .filter(it -> it.rule().equals(finding.id()) && !it.expired(today))
                .findFirst();
    }

    private void acknowledgements(Assembly assembly, List<Finding> findings) {
        assembly.acknowledgements().forEach(it -> acknowledgement(null, it, findings));
        assembly.specs()
                .forEach(spec ->
                        spec.declaration().acknowledgements().forEach(it -> acknowledgement(spec, it, findings)));
    }

    private void acknowledgement(Spec spec, Acknowledgement it, List<Finding> findings) {
        var key = spec == null ? null : spec.key();
        if (it.expired(today)) {
            new Report("ACK001", Severity.ERROR, null, findings::add)
                    .add(
                            key,
                            it.origin(),
                            "the acknowledgement of " + it.rule() + " expired on " + it.until(),
                            "it was accepted for a time, because: " + it.reason(),
                            "mend what " + it.rule() + " reports, or accept it again with a later date");
        }
        if (!Finding.canBeMuted(it.rule())) {
            new Report("ACK002", Severity.WARNING, null, findings::add)
                    .add(
                            key,
                            it.origin(),
                            it.rule() + " cannot be accepted",
                            "no reason makes a definition, a raw edit or a rule work that is broken",
                            "mend what " + it.rule() + " reports, and take the acknowledgement out");
        } else if (!known.contains(it.rule())) {
            new Report("ACK002", Severity.WARNING, null, findings::add)
                    .add(
                            key,
                            it.origin(),
                            "there is no rule " + it.rule(),
                            "an acknowledgement of it mutes nothing",
                            "correct the id; there are "
                                    + known.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private static Finding finding(Problem problem) {
        return new Finding(
                problem.id(),
                Severity.ERROR,
                problem.what(),
                problem.why(),
                problem.fix(),
                Optional.empty(),
                problem.resource(),
                problem.origins(),
                Optional.empty());
    }
}
