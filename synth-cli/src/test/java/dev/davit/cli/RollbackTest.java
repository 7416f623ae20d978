package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Ticker;
import dev.davit.render.api.RenderApi;
import dev.davit.render.api.RenderApis;
import dev.davit.render.sandbox.Sandbox;
import dev.davit.render.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code davit rollback} of what Render builds from a repository, as a user types it. */
class RollbackTest {
    private static final int SPEED = 2000;
    private static final String REPOSITORY = "https://github.com/acme/shop";

    private static final String SHOP = """
            import dev.davit.*;

            class Shop implements Definition {
              @Override public void define(Infra infra) {
                infra.webService("web", Dockerfile.at("Dockerfile").repo("https://github.com/acme/shop").branch("main"), w -> w
                    .port(8080)
                    .health(Health.http("/healthz"))
                    .env("GREETING", "hello"));
              }
            }
            """;

    @TempDir
    private Path scratch;

    private Shell shell;
    private Sandbox sandbox;
    private RenderApi api;

    @BeforeEach
    void aWorkspace() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.usual().speed(SPEED));
        api = RenderApis.at(sandbox.address(), sandbox.apiKey())
                .ticking(Ticker.SYSTEM.faster(SPEED))
                .connect();
        shell = new Shell(scratch)
                .with("RENDER_API_URL", sandbox.address().toString())
                .with("RENDER_API_KEY", sandbox.apiKey());
        define("hello");
    }

    @AfterEach
    void gone() {
        api.close();
        sandbox.close();
    }

    private void define(String greeting) throws Exception {
        Files.writeString(shell.work().resolve("Shop.java"), SHOP.replace("hello", greeting));
    }

    private String davit(int code, String arguments) throws Exception {
        Child.Result result = shell.run("davit " + arguments + " --target render");
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
        return result.out() + result.err();
    }

    private String commit() {
        String service = api.list("/services", "service").get(0).getText("id").orElseThrow();
        return api.first("/services/" + service + "/deploys?status=live", "deploy", 1)
                .get(0)
                .getMap("commit")
                .flatMap(it -> it.getText("id"))
                .orElseThrow();
    }

    private void push() throws Exception {
        String before = commit();
        sandbox.push(REPOSITORY, "main");
        for (int i = 0; i < 200 && commit().equals(before); i++) {
            Thread.sleep(20);
        }
        assertThat(commit()).isNotEqualTo(before);
    }

    @Test
    void it_goes_back_to_what_was_built_then_and_stays_there_until_the_next_apply() throws Exception {
        davit(0, "apply Shop.java --yes");
        push();
        String then = commit();
        define("good day");
        davit(0, "apply Shop.java --yes");
        push();
        String bad = commit();

        String kept = davit(0, "rollback Shop.java --keep-builds --plan --view changes");
        assertThat(kept).contains("GREETING").doesNotContain("commit").doesNotContain("autoDeployTrigger");
        String plan = davit(0, "rollback Shop.java --plan --view changes");
        assertThat(plan)
                .contains("back to release 1", "envVars[GREETING]", "expected ", "as its last ")
                .containsPattern("commit\\s+" + bad + " -> " + then)
                .containsPattern("autoDeployTrigger +checksPass -> off");

        davit(0, "rollback Shop.java --yes");
        assertThat(commit()).isEqualTo(then);
        assertThat(davit(0, "drift Shop.java")).contains("no drift");
        assertThat(davit(2, "diff Shop.java --detailed-exitcode --view changes"))
                .containsPattern("commit\\s+" + then + " -> the newest of its branch")
                .containsPattern("autoDeployTrigger +off -> checksPass");

        davit(0, "apply Shop.java --yes");
        assertThat(commit()).isEqualTo(bad);
        assertThat(davit(0, "diff Shop.java --detailed-exitcode")).contains("no changes");
    }
}
