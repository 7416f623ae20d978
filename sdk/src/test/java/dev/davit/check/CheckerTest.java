package dev.davit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.Image;
import dev.davit.check.rule.ServiceShowsReadiness;
import dev.davit.document.Json;
import dev.davit.model.Assembly;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckerTest {
    private static final List<Rule> RULES = List.of(new ServiceShowsReadiness());
    private static final LocalDate TOMORROW = Found.TODAY.plusDays(1);
    private static final LocalDate YESTERDAY = Found.TODAY.minusDays(1);

    private static Definition accepting(String rule, LocalDate until) {
        return infra ->
                infra.webService("web", Image.of("acme/web:1"), w -> w.acknowledge(rule, "it is a demo", until));
    }

    @Test
    void an_accepted_finding_is_shown_as_muted_and_stops_nothing() {
        List<Finding> findings = Found.findings(RULES, accepting("HLT001", TOMORROW));
        assertThat(Found.text(findings)).isEqualTo("""
                muted error HLT001  web service "web" does not show when it is ready
                  --> CheckerTest.java:7  .webService("web", ...)                    web service "web"
                  muted until 2026-11-26  it is a demo""");
        assertThat(findings).noneMatch(Finding::stops);
    }

    @Test
    void the_last_day_counts_in_full() {
        assertThat(Found.findings(RULES, accepting("HLT001", Found.TODAY))).noneMatch(Finding::stops);
    }

    @Test
    void an_acceptance_for_the_whole_definition_mutes_too() {
        assertThat(Found.findings(RULES, infra -> {
                    infra.acknowledge("HLT001", "it is a demo", TOMORROW);
                    infra.webService("web", Image.of("acme/web:1"), w -> {});
                }))
                .singleElement()
                .matches(it -> it.acknowledgement().isPresent());
    }

    @Test
    void an_acceptance_for_one_resource_mutes_no_other() {
        assertThat(Found.findings(RULES, infra -> {
                    infra.webService("a", Image.of("acme/web:1"), w -> w.acknowledge("HLT001", "demo", TOMORROW));
                    infra.webService("b", Image.of("acme/web:1"), w -> {});
                }))
                .extracting(
                        it -> it.resource().orElseThrow().id(),
                        it -> it.acknowledgement().isPresent())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("b", false),
                        org.assertj.core.groups.Tuple.tuple("a", true));
    }

    @Test
    void an_expired_acceptance_is_an_error_and_mutes_nothing() {
        List<Finding> findings = Found.findings(RULES, accepting("HLT001", YESTERDAY));
        assertThat(findings).extracting(Finding::id).containsExactly("ACK001", "HLT001");
        assertThat(findings).allMatch(Finding::stops);
        assertThat(Found.text(findings.subList(0, 1))).isEqualTo("""
                error ACK001  the acknowledgement of HLT001 expired on 2026-11-24
                  --> CheckerTest.java:7  .acknowledge("HLT001", "it is a demo", LocalDate.of(2026, 11, 24))
                                                                                                   web service "web"
                  why  it was accepted for a time, because: it is a demo
                  fix  mend what HLT001 reports, or accept it again with a later date""");
    }

    @Test
    void an_acceptance_of_an_unknown_rule_is_a_warning_with_the_known_ones() {
        List<Finding> findings = Found.findings(RULES, accepting("HLT999", TOMORROW), new FixedTarget("render"));
        assertThat(findings).extracting(Finding::id).containsExactly("HLT001", "ACK002");
        assertThat(Found.text(findings.subList(1, 2))).isEqualTo("""
                warning ACK002  there is no rule HLT999
                  --> CheckerTest.java:7  .acknowledge("HLT999", "it is a demo", LocalDate.of(2026, 11, 26))
                                                                                                   web service "web"
                  why  an acknowledgement of it mutes nothing
                  fix  correct the id; there are FIX001, HLT001""");
    }

    @Test
    void what_breaks_the_definition_cannot_be_accepted() {
        List<Finding> findings = Found.findings(
                List.of(),
                infra -> infra.webService(
                        "Web", Image.of("acme/web:1"), w -> w.acknowledge("DEF002", "I like capitals", TOMORROW)));
        assertThat(findings).extracting(Finding::id).containsExactly("DEF002", "ACK002");
        assertThat(findings.get(0).stops()).isTrue();
        assertThat(findings.get(1).what()).isEqualTo("DEF002 cannot be accepted");
    }

    @Test
    void a_rule_that_throws_is_a_finding_and_hides_no_other_rule() {
        String token = "ghp_" + "0123456789abcdefghijABCDEFGHIJ012345";
        Rule broken = new Rule() {
            @Override
            public String id() {
                return "ACME001";
            }

            @Override
            public Severity severity() {
                return Severity.INFO;
            }

            @Override
            public String title() {
                return "Always breaks";
            }

            @Override
            public void check(Assembly assembly, Report report) {
                throw new AssertionError("no " + token);
            }
        };
        List<Finding> findings = Found.findings(
                List.of(broken, RULES.get(0)), infra -> infra.webService("web", Image.of("acme/web:1"), w -> {}));
        assertThat(findings).extracting(Finding::id).containsExactly("HLT001", "RUL001");
        assertThat(Found.text(findings.subList(1, 2))).isEqualTo("""
                error RUL001  rule ACME001 failed
                  --> CheckerTest.java:7  check(...)
                  why  dev.davit.check.CheckerTest$1 threw java.lang.AssertionError: no ...
                  fix  mend the rule, or take it off the class path""");
    }

    @Test
    void a_rule_that_a_definition_adds_runs_beside_the_built_in_ones() {
        Rule own = new OwnerRule();
        assertThat(Found.text(Found.findings(List.of(), infra -> {
                    infra.worker("mailer", Image.of("acme/mailer:1"), w -> {});
                    infra.rule(own);
                })))
                .isEqualTo("""
                warning ACME002  worker "mailer" has no owner
                  --> CheckerTest.java:7  .worker("mailer", ...)                     worker "mailer"
                  why  nobody is called at night
                  fix  .env("OWNER", "a team")
                  mute .acknowledge("ACME002", "reason", LocalDate)            (expired acknowledgements are errors)""");
    }

    @Test
    void rules_of_others_need_not_know_of_threads() {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        List<Rule> rules = IntStream.range(0, 50)
                .mapToObj(number -> foreign(number, threads))
                .toList();

        Found.findings(
                rules, infra -> infra.worker("worker", Image.of("acme/worker:1"), w -> {}), new FixedTarget("render"));

        assertThat(threads).hasSize(100).containsOnly(Thread.currentThread());
    }

    /** A proxy is in no package of ours, as the rules of others are. */
    private static Rule foreign(int number, List<Thread> threads) {
        return (Rule) Proxy.newProxyInstance(
                CheckerTest.class.getClassLoader(),
                new Class<?>[] {Rule.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "id", "title" -> "ACME" + (100 + number);
                    case "severity" -> Severity.WARNING;
                    default -> {
                        threads.add(Thread.currentThread());
                        yield null;
                    }
                });
    }

    @Test
    void machines_read_the_acceptance_too() {
        Finding muted = Found.findings(RULES, accepting("HLT001", TOMORROW)).get(0);
        assertThat(Json.write(muted.toNode()).replaceAll("\"line\" ?: ?\\d+", "\"line\": 0"))
                .contains("\"rule\"", "\"HLT001\"", "\"until\"", "\"2026-11-26\"", "\"it is a demo\"");
    }
}
