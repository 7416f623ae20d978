package dev.davit.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.plan.Place;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant AT = Instant.parse("2027-01-31T12:00:00Z");
    private final World world = World.of(Map.of("web", 2, "db", 1), Map.of("web", Set.of("db")));
    private final Plan plan = world.plan();
    private final Step first = plan.waves().get(0).steps().get(0);

    @TempDir
    private Path folder;

    private Journal open() {
        return Journal.open(folder, World.PLACE, "shop", "prod");
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void begun() {
        try (Journal journal = open()) {
            journal.begin(plan, Optional.empty(), 4, "ann@host", 7, AT);
            journal.intent(first, AT);
            journal.result(first, new Written("uid", "9", true), AT);
            journal.intent(plan.waves().get(1).steps().get(0), AT);
        }
    }

    @Test
    void what_was_begun_and_what_was_done_is_known_after_a_crash_and_so_is_the_plan() {
        begun();
        try (Journal journal = open()) {
            Journal.Unfinished unfinished = journal.unfinished().orElseThrow();
            assertThat(unfinished.planDigest()).isEqualTo(plan.digest());
            assertThat(unfinished.release()).isEqualTo(4);
            assertThat(unfinished.begun()).containsExactlyInAnyOrder("apply db", "apply web");
            assertThat(unfinished.done()).isEqualTo(Map.of("apply db", new Written("uid", "9", true)));
            assertThat(unfinished.ended()).isEmpty();
            assertThat(journal.unfinishedPlan()).contains(plan);
        }
    }

    @Test
    void lines_are_as_agreed() throws IOException {
        begun();
        assertThat(Files.readString(file()).replace(plan.digest(), "DIGEST")).isEqualTo("""
                        {"entry":"begin","at":"2027-01-31T12:00:00Z","version":1,"plan":"DIGEST","stack":"shop","stage":"prod","release":4,"by":"ann@host","token":7}
                        {"entry":"intent","at":"2027-01-31T12:00:00Z","step":"apply db","does":"apply Thing shop/db"}
                        {"entry":"result","at":"2027-01-31T12:00:00Z","step":"apply db","uid":"uid","version":"9","wrote":true}
                        {"entry":"intent","at":"2027-01-31T12:00:00Z","step":"apply web","does":"apply Thing shop/web"}
                        """);
    }

    @Test
    void a_journal_that_was_closed_knows_nothing_and_one_that_failed_can_be_resumed() {
        try (Journal journal = open()) {
            journal.begin(plan, Optional.empty(), 1, "ann@host", 1, AT);
            journal.end(Release.State.FAILED, AT);
        }
        try (Journal journal = open()) {
            assertThat(journal.unfinished().orElseThrow().ended()).contains(Release.State.FAILED);
            journal.resume("ann@host", 2, AT);
            journal.end(Release.State.DONE, AT);
        }
        try (Journal journal = open()) {
            assertThat(journal.unfinished()).isEmpty();
            assertThat(journal.unfinishedPlan()).isEmpty();
        }
    }

    @Test
    void cut_off_at_any_byte_it_still_knows_the_lines_before() throws IOException {
        begun();
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file(), cut);
            int lines = (int) new String(cut, StandardCharsets.UTF_8)
                    .chars()
                    .filter(it -> it == '\n')
                    .count();
            try (Journal journal = open()) {
                int known = journal.unfinished()
                        .map(it -> it.begun().size() + it.done().size() + 1)
                        .orElse(0);
                assertThat(known).isEqualTo(lines);
                if (lines > 0) {
                    journal.end(Release.State.FAILED, AT);
                }
            }
            try (Journal journal = open()) {
                assertThat(journal.unfinished()
                                .flatMap(Journal.Unfinished::ended)
                                .isPresent())
                        .as("a line that follows a cut one is read, %d bytes", length)
                        .isEqualTo(lines > 0);
            }
        }
    }

    @Test
    void nonsense_is_as_good_as_nothing() throws IOException {
        for (String text : List.of("x\n", "{}\n", "[1]\n", "{\"entry\":\"begin\"}\n", "{\"entry\":7}\n", "\u0000\n")) {
            try (Journal journal = open()) {
                journal.begin(plan, Optional.empty(), 1, "ann", 1, AT);
            }
            Files.writeString(file(), text);
            try (Journal journal = open()) {
                assertThat(journal.unfinished()).as(text).isEmpty();
            }
        }
    }

    @Test
    void of_one_that_came_to_its_end_what_lies_between_is_not_read() throws IOException {
        begun();
        try (Journal journal = open()) {
            journal.end(Release.State.DONE, AT);
        }
        String text = Files.readString(file());
        Files.writeString(file(), text.replace("\"entry\":\"intent\"", "nonsense"));
        try (Journal journal = open()) {
            assertThat(journal.unfinished()).isEmpty();
        }
        assertThat(Files.readString(file())).endsWith(text.substring(text.indexOf("{\"entry\":\"end\"")));
    }

    @Test
    void a_journal_of_a_newer_davit_is_left_alone_done_or_not() throws IOException {
        begun();
        String begun = Files.readString(file());
        try (Journal journal = open()) {
            journal.end(Release.State.DONE, AT);
        }
        for (String text : List.of(begun, Files.readString(file()))) {
            Files.writeString(file(), text.replace("\"version\":1", "\"version\":2"));
            assertThatThrownBy(this::open)
                    .isInstanceOf(JournalException.class)
                    .hasMessage("the journal is of a newer Davit");
        }
    }

    @Test
    void two_do_not_have_it_at_once_and_other_stacks_are_not_concerned() {
        try (Journal journal = open()) {
            assertThat(journal.unfinished()).isEmpty();
            assertThatThrownBy(this::open)
                    .isInstanceOf(LeaseHeldException.class)
                    .hasMessageStartingWith(
                            "process " + ProcessHandle.current().pid() + " of this machine is applying");
            Journal.open(folder, World.PLACE, "shop", "dev").close();
            Journal.open(folder, new Place("memory", "memory", "another"), "shop", "prod")
                    .close();
        }
        open().close();
    }

    @Test
    void folder_and_files_are_for_their_owner_alone(@TempDir Path above) throws IOException {
        Path made = above.resolve("a/b");
        try (Journal journal = Journal.open(made, World.PLACE, "../../etc", "prod")) {
            journal.begin(plan, Optional.empty(), 1, "ann", 1, AT);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(made)) {
            assertThat(files.toList())
                    .hasSize(3)
                    .allSatisfy(it -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_plan_that_was_changed_beside_the_journal_is_refused() throws IOException {
        begun();
        Path kept = file().resolveSibling(file().getFileName() + ".plan.json");
        Files.writeString(kept, " ", StandardOpenOption.APPEND);
        try (Journal journal = open()) {
            assertThatThrownBy(journal::unfinishedPlan).hasMessageStartingWith("the plan was changed");
        }
    }
}
