package dev.davit.render.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import dev.davit.plan.Plan;
import dev.davit.render.Whole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Render adds, spells or fills in by itself is no difference. */
class QuietTest {
    @TempDir
    private Path folder;

    private static void assertQuiet(Whole whole, String blueprint) {
        Plan again = whole.plan(blueprint);
        assertThat(again.blockers()).isEmpty();
        assertThat(again.changes()).isEmpty();
        assertThat(again.foreign()).isEmpty();
    }

    private static String web(String more) {
        return "services: [{type: web, name: web, runtime: image, image: {url: nginx}, " + more + "}]";
    }

    @Test
    void a_domain_and_its_twin_may_both_be_wanted_or_one_of_them_in_any_case() {
        try (Whole whole = new Whole(folder)) {
            String both = web("domains: [Example.com, www.example.com]");
            whole.apply(web("domains: [Example.com]"));
            assertQuiet(whole, web("domains: [Example.com]"));
            assertQuiet(whole, both);
        }
        try (Whole whole = new Whole(folder.resolve("both"))) {
            String both = web("domains: [example.com, www.example.com]");
            whole.apply(both);
            assertQuiet(whole, both);
        }
    }

    @Test
    void a_variable_that_render_sets_itself_is_copied() {
        try (Whole whole = new Whole(folder)) {
            String copied = """
                    services:
                    - {type: web, name: web, runtime: image, image: {url: nginx}}
                    - type: worker
                      name: worker
                      runtime: image
                      image: {url: nginx}
                      envVars:
                      - {key: URL, fromService: {type: web, name: web, envVarKey: RENDER_EXTERNAL_URL}}
                    """;
            whole.apply(copied);
            String path = "/services/" + whole.idOf("worker") + "/env-vars/URL";
            assertThat(whole.api().get(path).flatMap(it -> it.getText("value")).orElse(""))
                    .startsWith("https://web")
                    .endsWith(".onrender.com");
            assertQuiet(whole, copied);
        }
    }

    @Test
    void a_copy_of_what_a_person_is_to_set_waits_for_that_person() {
        try (Whole whole = new Whole(folder)) {
            String copied = """
                    services:
                    - {type: web, name: web, runtime: image, image: {url: nginx}, envVars: [{key: KEY, sync: false}]}
                    - type: worker
                      name: worker
                      runtime: image
                      image: {url: nginx}
                      envVars: [{key: KEY, fromService: {type: web, name: web, envVarKey: KEY}}]
                    """;
            whole.apply(copied);
            assertQuiet(whole, copied);
            whole.api().put("/services/" + whole.idOf("web") + "/env-vars/KEY", new MapNode(null).put("value", "k"));
            assertThat(Whole.only(whole.plan(copied)).key().name()).isEqualTo("worker");
        }
    }
}
