package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Ticker;
import dev.davit.render.api.RenderApi;
import dev.davit.render.api.Workspace;
import dev.davit.target.LogLine;
import dev.davit.target.LogPage;
import dev.davit.target.LogQuery;
import dev.davit.target.LogReader;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs of a stack wrote, read from Davit's own Render. */
class LogsTest {
    @TempDir
    private Path folder;

    private Whole whole;

    @BeforeEach
    void aWorkspace() {
        whole = new Whole(folder);
    }

    @AfterEach
    void close() {
        whole.close();
    }

    private static String services(int version) {
        return """
                services:
                - {type: web, name: web, runtime: image, region: oregon, image: {url: 'ghcr.io/acme/web:%1$d'}}
                - {type: worker, name: mailer, runtime: image, region: frankfurt, image: {url: 'ghcr.io/acme/mailer:%1$d'}}
                - {type: keyvalue, name: cache, plan: starter, ipAllowList: []}
                envVarGroups:
                - {name: settings, envVars: [{key: LEVEL, value: info}]}
                """.formatted(version);
    }

    private LogReader reader(OptionalInt tail, String... resources) {
        return whole.connection().logs(query(tail, resources));
    }

    private static LogQuery query(OptionalInt tail, String... resources) {
        return new LogQuery("shop", "test", Set.of(resources), Duration.ofDays(1), tail);
    }

    private LogReader reader(String... resources) {
        return reader(OptionalInt.empty(), resources);
    }

    @Test
    void lines_of_two_regions_come_in_order_of_time_with_the_names_of_resources() {
        whole.apply(services(1));
        LogReader reader = reader();
        assertThat(reader.resources()).containsExactly("cache", "mailer", "web");
        LogPage page = reader.next();
        assertThat(page.more()).isFalse();
        assertThat(page.troubles()).isEmpty();
        assertThat(page.lines())
                .isSortedAccordingTo(Comparator.comparing(LogLine::time))
                .extracting(LogLine::resource)
                .contains("mailer", "web");
        assertThat(page.lines()).extracting(LogLine::text).anyMatch(it -> it.matches("==> Deploy dep-\\w+: live"));
    }

    @Test
    void only_what_is_asked_for_is_read() {
        whole.apply(services(1));
        int before = whole.requests();
        assertThat(reader("web").next().lines()).extracting(LogLine::resource).containsOnly("web");
        assertThat(whole.sandbox.log().stream().skip(before))
                .filteredOn(it -> it.path().startsWith("/logs"))
                .hasSize(1);
    }

    @Test
    void the_last_lines_are_those_of_all_together() {
        whole.apply(services(1));
        List<LogLine> all = reader().next().lines();
        assertThat(reader(OptionalInt.of(3)).next().lines()).isEqualTo(all.subList(all.size() - 3, all.size()));
    }

    @Test
    void who_follows_gets_each_later_line_once() {
        whole.apply(services(1));
        LogReader reader = reader(OptionalInt.of(1));
        assertThat(reader.next().lines()).hasSize(1);
        assertThat(reader.next().lines()).isEmpty();
        int before = reader().next().lines().size();
        whole.apply(services(2));
        List<LogLine> all = reader().next().lines();
        assertThat(reader.next().lines()).isNotEmpty().isEqualTo(all.subList(before, all.size()));
        assertThat(reader.pause()).isEqualTo(Duration.ofSeconds(10));
    }

    /** Reads as from a Render that takes no question about some things. */
    private LogReader refusing(String... names) {
        RenderApi api = whole.api();
        Set<String> ids = Arrays.stream(names).map(whole::idOf).collect(Collectors.toSet());
        RenderApi picky = (RenderApi) Proxy.newProxyInstance(
                RenderApi.class.getClassLoader(), new Class<?>[] {RenderApi.class}, (proxy, method, arguments) -> {
                    boolean refused = method.getName().equals("get")
                            && ids.stream().anyMatch(it -> ((String) arguments[0]).contains("resource=" + it));
                    if (refused) {
                        throw new ApplyException(
                                ApplyException.Reason.REFUSED,
                                "Render refuses it with 400",
                                "GET /logs",
                                "say less",
                                null);
                    }
                    return method.invoke(api, arguments);
                });
        return new RenderConnection(
                        picky,
                        () -> new Workspace(whole.sandbox.ownerId(), "shop"),
                        Optional.empty(),
                        Ticker.SYSTEM,
                        () -> {})
                .logs(query(OptionalInt.empty()));
    }

    @Test
    void what_render_refuses_is_told_once_and_the_rest_is_read() {
        whole.apply(services(1));
        LogReader reader = refusing("mailer");
        LogPage page = reader.next();
        assertThat(page.troubles()).containsExactly("Render refuses it with 400: GET /logs");
        assertThat(page.lines()).extracting(LogLine::resource).containsOnly("web");
        assertThat(reader.next().troubles()).isEmpty();
        LogReader none = refusing("mailer", "web");
        assertThatThrownBy(none::next).hasMessage("Render refuses it with 400");
    }

    @Test
    void a_stack_that_was_never_applied_has_none() {
        LogReader reader = reader();
        assertThat(reader.resources()).isEmpty();
        assertThat(reader.next()).isEqualTo(new LogPage(List.of(), List.of(), false));
    }
}
