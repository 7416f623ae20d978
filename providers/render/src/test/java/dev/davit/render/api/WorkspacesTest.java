package dev.davit.render.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.apply.ApplyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workspace is the one that was named, and is never guessed. */
class WorkspacesTest {
    private static final String TWO = "[{\"owner\":{\"id\":\"tea-1\",\"name\":\"Shop\"},\"cursor\":\"a\"},"
            + "{\"owner\":{\"id\":\"tea-2\",\"name\":\"Lab\"},\"cursor\":\"b\"}]";

    @TempDir
    private Path home;

    private Workspace pick(String owners, Map<String, String> environment, String named) {
        try (Script script = new Script()) {
            script.answers(200, owners);
            Map<String, String> all = new HashMap<>(environment);
            all.put("RENDER_API_URL", script.address().toString());
            all.put("RENDER_API_KEY", Script.KEY);
            RenderApis apis = RenderApis.of(all, home);
            try (RenderApi api = apis.connect()) {
                return apis.workspace(api, Optional.ofNullable(named));
            }
        }
    }

    @Test
    void the_one_that_is_named_comes_first_then_the_variable_then_the_login() throws IOException {
        Files.createDirectories(home.resolve(".render"));
        Files.writeString(home.resolve(".render/cli.yaml"), "workspace: tea-2\n");
        Map<String, String> variable = Map.of("RENDER_WORKSPACE", "Shop");
        assertThat(pick(TWO, variable, "Lab")).isEqualTo(new Workspace("tea-2", "Lab"));
        assertThat(pick(TWO, variable, "tea-2").name()).isEqualTo("Lab");
        assertThat(pick(TWO, variable, null).id()).isEqualTo("tea-1");
        assertThat(pick(TWO, Map.of(), null)).hasToString("Lab (tea-2)");
    }

    @Test
    void the_only_one_need_not_be_named() {
        try (Stage stage = Stage.usual()) {
            RenderApis apis = RenderApis.at(stage.sandbox.address(), stage.sandbox.apiKey());
            assertThat(apis.workspace(stage.api, Optional.empty()))
                    .isEqualTo(new Workspace(stage.sandbox.ownerId(), "sandbox"));
        }
    }

    @Test
    void of_several_none_is_guessed() {
        ApplyException refusal = catchThrowableOfType(ApplyException.class, () -> pick(TWO, Map.of(), null));
        assertThat(refusal.reason()).isEqualTo(ApplyException.Reason.REFUSED);
        assertThat(refusal).hasMessage("the API key sees 2 workspaces");
        assertThat(refusal.next()).isEqualTo("name one, or set RENDER_WORKSPACE: Shop (tea-1), Lab (tea-2)");
    }

    @Test
    void one_that_is_not_there_is_said_with_where_it_was_named() {
        ApplyException refusal =
                catchThrowableOfType(ApplyException.class, () -> pick(TWO, Map.of("RENDER_WORKSPACE", "tea-3"), null));
        assertThat(refusal).hasMessage("the API key sees no workspace \"tea-3\"");
        assertThat(refusal.where()).isEqualTo("RENDER_WORKSPACE");
        assertThatThrownBy(() -> pick("[]", Map.of(), null)).hasMessage("the API key sees no workspace");
    }

    @Test
    void a_name_that_two_have_is_not_enough() {
        String same = TWO.replace("Lab", "Shop");
        assertThatThrownBy(() -> pick(same, Map.of(), "Shop")).hasMessage("2 workspaces are called \"Shop\"");
        assertThat(pick(same, Map.of(), "tea-2").id()).isEqualTo("tea-2");
    }
}
