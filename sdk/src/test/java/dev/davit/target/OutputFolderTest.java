package dev.davit.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.document.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputFolderTest {
    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void name_a_folder_that_is_not_there_yet() {
        folder = parent.resolve("out");
    }

    @Test
    void a_first_write_creates_files_and_a_sorted_manifest() throws IOException {
        OutputReport report = write("k8s/web.yaml", "web", "a.yaml", "a");
        assertThat(report.written()).containsExactly("a.yaml", "k8s/web.yaml");
        assertThat(Files.readString(folder.resolve("k8s/web.yaml"))).isEqualTo("web");
        assertThat(Files.readString(folder.resolve(".davit-out"))).isEqualTo("""
                        davit-out 1
                        ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.yaml
                        4b5e57f6eb2f42b9039b3d1e13929295f231749c510cbe341cd68036d9af97e2  k8s/web.yaml
                        """);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".davit-out", "a.yaml", "k8s");
        }
    }

    @Test
    void a_file_with_the_wanted_content_is_not_touched() throws IOException {
        write("a", "1", "b", "1");
        FileTime old = FileTime.fromMillis(0);
        Files.setLastModifiedTime(folder.resolve("a"), old);
        Files.setLastModifiedTime(folder.resolve(".davit-out"), old);
        assertThat(write("a", "1", "b", "1").unchanged()).containsExactly("a", "b");
        assertThat(Files.getLastModifiedTime(folder.resolve(".davit-out"))).isEqualTo(old);
        assertThat(write("a", "1", "b", "2").written()).containsExactly("b");
        assertThat(Files.getLastModifiedTime(folder.resolve("a"))).isEqualTo(old);
    }

    @Test
    void what_is_no_longer_wanted_goes_with_its_empty_folders_and_nothing_else() throws IOException {
        write("one/two/a", "1", "one/b", "1");
        Files.writeString(folder.resolve("one/foreign"), "mine");
        assertThat(write("c", "1").removed()).containsExactly("one/b", "one/two/a");
        assertThat(folder.resolve("one/two")).doesNotExist();
        assertThat(folder.resolve("one/foreign")).hasContent("mine");
    }

    @Test
    void an_edited_file_that_is_no_longer_wanted_is_kept_and_named() throws IOException {
        write("a", "1", "b", "1");
        Files.writeString(folder.resolve("a"), "edited");
        assertThat(write("b", "1").keptEdits()).containsExactly("a");
        assertThat(folder.resolve("a")).hasContent("edited");
        assertThat(write("b", "1").keptEdits()).isEmpty();
        refuses(
                "a file that Davit did not write is in the way: FOLDER/a: .davit-out does not list it and its content is "
                        + "not what would be written; move or delete it, or name another folder",
                "a",
                "1");
    }

    @Test
    void an_edited_file_that_is_still_wanted_is_written_again_and_named() throws IOException {
        write("a", "1");
        Files.writeString(folder.resolve("a"), "edited");
        assertThat(write("a", "1").overwrittenEdits()).containsExactly("a");
        assertThat(folder.resolve("a")).hasContent("1");
    }

    @Test
    void a_foreign_file_in_the_way_stops_the_write_before_it_starts() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("z"), "mine");
        refuses(
                "a file that Davit did not write is in the way: FOLDER/z: .davit-out does not list it and its content is "
                        + "not what would be written; move or delete it, or name another folder",
                "a",
                "1",
                "z",
                "1");
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(folder.resolve(".davit-out")).doesNotExist();
        assertThat(folder.resolve(".davit-out.lock")).doesNotExist();
    }

    @Test
    void a_foreign_file_with_the_wanted_content_is_taken_over() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("a"), "1");
        assertThat(write("a", "1").unchanged()).containsExactly("a");
        assertThat(write("a", "2").written()).containsExactly("a");
    }

    @Test
    void a_link_in_the_path_is_refused() throws IOException {
        Files.createDirectories(folder);
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("k8s"), elsewhere);
        refuses(
                "something that Davit did not write is in the way: FOLDER/k8s: it is a symbolic link, and what it points "
                        + "to is not Davit's to write; move or delete it, or name another folder",
                "k8s/a",
                "1");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void nothing_is_removed_through_a_link() throws IOException {
        write("k8s/a", "1");
        Path elsewhere = parent.resolve("elsewhere");
        Files.move(folder.resolve("k8s"), elsewhere);
        Files.createSymbolicLink(folder.resolve("k8s"), elsewhere);
        assertThat(write("b", "1").removed()).isEmpty();
        assertThat(elsewhere.resolve("a")).hasContent("1");
    }

    @Test
    void a_planted_staging_link_is_replaced_and_not_followed() throws IOException {
        Files.createDirectories(folder);
        Path victim = Files.writeString(parent.resolve("victim"), "mine");
        Files.createSymbolicLink(folder.resolve(".davit-out.new"), victim);
        write("a", "1");
        assertThat(victim).hasContent("mine");
        assertThat(folder.resolve("a")).hasContent("1");
    }

    @Test
    void a_file_may_become_a_folder_and_back() throws IOException {
        write("a", "1");
        write("a/b/c", "1");
        assertThat(folder.resolve("a/b/c")).hasContent("1");
        write("a", "2");
        assertThat(folder.resolve("a")).hasContent("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../a | it must stay below the output folder and have no empty, \".\" or \"..\" part",
                "/etc/a | it must stay below the output folder and have no empty, \".\" or \"..\" part",
                "a/../../b | it must stay below the output folder and have no empty, \".\" or \"..\" part",
                "a//b | it must stay below the output folder and have no empty, \".\" or \"..\" part",
                "a\\b | not every file system can hold a file of that name",
                "c:b | not every file system can hold a file of that name",
                "CON.yaml | not every file system can hold a file of that name",
                "a. | not every file system can hold a file of that name",
                ".davit-out | names that start with .davit-out are Davit's own",
                "B/x | b cannot be a file and a folder at once",
                "b/c | b cannot be a file and a folder at once"
            })
    void a_path_that_is_not_one_file_below_the_folder_is_refused(String path, String why) {
        assertThatThrownBy(() -> write("b", "1", path, "1"))
                .hasMessageContaining("an artifact cannot be written: ")
                .hasMessageContaining(": " + why + "; change the id that gives this name");
        assertThat(folder).doesNotExist();
    }

    @Test
    void two_artifacts_of_one_path_are_refused() {
        refuses(
                "an artifact cannot be written: a: on some file systems it is the same file as a; change the id that gives "
                        + "this name",
                "a",
                "1",
                "a",
                "2");
    }

    @Test
    void two_paths_that_differ_in_case_only_are_refused() {
        refuses(
                "an artifact cannot be written: b: on some file systems it is the same file as B; change the id that gives "
                        + "this name",
                "B",
                "1",
                "b",
                "1");
    }

    @Test
    void a_manifest_that_names_a_file_outside_is_not_believed() throws IOException {
        Files.createDirectories(folder);
        Path victim = Files.writeString(parent.resolve("victim"), "mine");
        Files.writeString(folder.resolve(".davit-out"), "davit-out 1\n" + Sha256.hex(bytes("mine")) + "  ../victim\n");
        refuses(
                "the list of files that Davit wrote cannot be read: FOLDER/.davit-out: line 2 is not a digest and a path "
                        + "below the folder; delete it and run again: files whose content is still the same are taken over, "
                        + "others are kept",
                "a",
                "1");
        assertThat(victim).hasContent("mine");
    }

    @Test
    void a_file_where_the_folder_should_be_is_named() throws IOException {
        Files.writeString(folder, "mine");
        refuses("the output folder is a file: FOLDER: artifacts need a folder; name another folder", "a", "1");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named_with_the_reason() throws IOException {
        Files.writeString(folder, "mine");
        Path below = folder.resolve("below");
        assertThatThrownBy(() -> OutputFolder.at(below).write(artifacts("a", "1")))
                .isInstanceOf(OutputException.class)
                .hasMessage("the output folder cannot be written: " + below
                        + ": Not a directory; mend that or name another "
                        + "folder, then run again: what was written so far stays valid");
    }

    @Test
    void a_second_writer_is_turned_away() throws IOException {
        Files.createDirectories(folder);
        FolderLock held = FolderLock.take(folder).orElseThrow();
        refuses(
                "the output folder is being written by another Davit: FOLDER: two writers would mix their files; wait until "
                        + "it is done and run again",
                "a",
                "1");
        held.close();
        assertThat(write("a", "1").written()).containsExactly("a");
    }

    @Test
    void where_a_removal_was_killed_a_strangers_file_stays_a_strangers() throws IOException {
        write("a", "1");
        int announced = 2;
        assertThatThrownBy(() -> new OutputFolder(folder, new CrashingWork(announced + 1)).write(artifacts()))
                .isInstanceOf(CrashingWork.Crash.class);
        assertThat(folder.resolve("a")).doesNotExist();
        Files.writeString(folder.resolve("a"), "mine");
        refuses(
                "a file that Davit did not write is in the way: FOLDER/a: .davit-out does not list it and its content is not "
                        + "what would be written; move or delete it, or name another folder",
                "a",
                "2");
    }

    @Test
    void check_names_what_differs_and_writes_nothing() throws IOException {
        assertThat(check("a", "1")).containsExactly("a");
        assertThat(folder).doesNotExist();
        write("a", "1", "b", "1", "c", "1");
        Files.writeString(folder.resolve("b"), "edited");
        Files.writeString(folder.resolve("foreign"), "mine");
        assertThat(check("a", "1", "b", "1", "d", "1")).containsExactly("b", "c", "d");
        assertThat(folder.resolve("b")).hasContent("edited");
        write("a", "1");
        assertThat(check("a", "1")).isEmpty();
    }

    private void refuses(String message, String... artifacts) {
        assertThatThrownBy(() -> write(artifacts))
                .isInstanceOf(OutputException.class)
                .hasMessage(message.replace("FOLDER", folder.toString()));
    }

    private OutputReport write(String... artifacts) {
        return OutputFolder.at(folder).write(artifacts(artifacts));
    }

    private List<String> check(String... artifacts) {
        return OutputFolder.at(folder).check(artifacts(artifacts));
    }

    private static List<Artifact> artifacts(String... pathsAndContents) {
        List<Artifact> artifacts = new ArrayList<>();
        for (int i = 0; i < pathsAndContents.length; i += 2) {
            artifacts.add(Artifact.of(pathsAndContents[i], pathsAndContents[i + 1]));
        }
        return artifacts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
