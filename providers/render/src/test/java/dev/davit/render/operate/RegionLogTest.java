package dev.davit.render.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.render.Whole;
import dev.davit.render.api.RenderApi;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of so few lines that there are many. */
class RegionLogTest {
    @TempDir
    private Path folder;

    private Whole whole;
    private RenderApi api;

    @BeforeEach
    void twoWorkers() {
        whole = new Whole(folder);
        api = whole.api();
        whole.apply(image(1)).apply(image(2));
    }

    @AfterEach
    void close() {
        api.close();
        whole.close();
    }

    private static String image(int version) {
        return """
                services:
                - {type: worker, name: ingest, runtime: image, image: {url: 'ghcr.io/acme/ingest:%1$d'}}
                - {type: worker, name: mailer, runtime: image, image: {url: 'ghcr.io/acme/mailer:%1$d'}}
                """.formatted(version);
    }

    private RegionLog log(int limit) {
        return new RegionLog(
                api,
                whole.sandbox.ownerId(),
                List.of(whole.idOf("ingest"), whole.idOf("mailer")),
                Instant.EPOCH,
                limit);
    }

    private static List<String> all(RegionLog log) {
        List<String> ids = new ArrayList<>();
        boolean more = true;
        while (more) {
            RegionLog.Page page = log.next();
            page.lines().forEach(it -> ids.add(it.id()));
            more = page.more();
        }
        return ids;
    }

    private static List<String> last(RegionLog log, int count) {
        return log.last(count).stream().map(LoggedLine::id).toList();
    }

    @Test
    void pages_give_every_line_once_and_in_order() {
        List<String> lines = all(log(RegionLog.LIMIT));
        assertThat(lines).hasSizeGreaterThan(7).doesNotHaveDuplicates();
        assertThat(all(log(2))).isEqualTo(lines);
        assertThat(all(log(1))).isEqualTo(lines);
    }

    @Test
    void what_was_read_is_not_given_again_and_what_came_since_is() {
        RegionLog log = log(2);
        List<String> before = all(log);
        assertThat(all(log)).isEmpty();
        whole.apply(image(3));
        List<String> since = all(log);
        assertThat(since).isNotEmpty().doesNotContainAnyElementsOf(before);
        before.addAll(since);
        assertThat(all(log(RegionLog.LIMIT))).isEqualTo(before);
    }

    @Test
    void the_last_lines_are_the_end_of_all_and_those_before_never_come() {
        List<String> lines = all(log(RegionLog.LIMIT));
        for (int count : new int[] {1, 3, 4, 1000}) {
            for (int limit : new int[] {2, 3, 100}) {
                RegionLog log = log(limit);
                assertThat(last(log, count)).isEqualTo(lines.subList(Math.max(0, lines.size() - count), lines.size()));
                assertThat(all(log)).isEmpty();
            }
        }
    }

    @Test
    void after_the_last_lines_come_new_ones() {
        List<String> before = all(log(RegionLog.LIMIT));
        RegionLog log = log(2);
        last(log, 1);
        whole.apply(image(3));
        List<String> all = all(log(RegionLog.LIMIT));
        assertThat(all(log)).isEqualTo(all.subList(before.size(), all.size()));
    }
}
