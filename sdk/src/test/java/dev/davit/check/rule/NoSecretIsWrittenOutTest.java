package dev.davit.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.Dockerfile;
import dev.davit.Image;
import dev.davit.NativeRuntime;
import dev.davit.Raw;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.StaticContent;
import dev.davit.Value;
import dev.davit.check.Finding;
import dev.davit.check.Found;
import dev.davit.document.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoSecretIsWrittenOutTest {
    private static final String TOKEN = "ghp_" + "0123456789abcdefghijABCDEFGHIJ012345";
    private static final Image IMAGE = Image.of("acme/web:1");

    /** One definition with a token at every place where a user can write one. */
    private static final Definition EVERYWHERE = infra -> {
        var group = infra.envGroup("shared", g -> g.env("GROUP_TOKEN", TOKEN));
        var web = infra.webService(
                "web",
                IMAGE,
                w -> w.envGroup(group)
                        .env("TOKEN", TOKEN)
                        .env("URL", Value.text("https://api.example.com/?key=", Value.of(TOKEN)))
                        .command("serve", "--token", TOKEN)
                        .preDeploy("migrate", TOKEN));
        infra.worker(
                "built",
                NativeRuntime.node("22").build("echo " + TOKEN).start("TOKEN=" + TOKEN + " npm start"),
                w -> {});
        infra.worker(
                "cloned", Dockerfile.at("Dockerfile").repo("https://x:" + TOKEN + "@github.com/acme/web"), w -> {});
        infra.staticSite(
                "docs",
                StaticContent.at("dist").build("echo " + TOKEN),
                s -> s.env("SITE_TOKEN", TOKEN)
                        .header("/*", "Authorization", TOKEN)
                        .redirect("/old", "https://example.com/?key=" + TOKEN));
        infra.output("token", Value.of(TOKEN));
        infra.deployTo(Render.region(Region.OREGON)
                .address(web, "https://app:" + TOKEN + "@example.com")
                .raw(web, Raw.set("/envVars", List.of(Map.of("key", "RAW", "value", TOKEN)))));
    };

    @Test
    void a_secret_is_found_wherever_it_is_written() {
        assertThat(Found.by(new NoSecretIsWrittenOut(), EVERYWHERE))
                .containsExactlyInAnyOrder(
                        "SEC001 environment variable GROUP_TOKEN holds a GitHub token @ .env(\"GROUP_TOKEN\", \"...\")",
                        "SEC001 environment variable TOKEN holds a GitHub token @ .env(\"TOKEN\", \"...\")",
                        "SEC001 environment variable URL holds a GitHub token"
                                + " @ .env(\"URL\", Value.text(\"...\", \"...\"))",
                        "SEC001 the command holds a GitHub token @ .command(\"serve\", \"--token\", \"...\")",
                        "SEC001 the pre-deploy command holds a GitHub token @ .preDeploy(\"migrate\", \"...\")",
                        "SEC001 the build command holds a GitHub token @ .worker(\"built\", ...)",
                        "SEC001 the start command holds a GitHub token @ .worker(\"built\", ...)",
                        "SEC001 the address of the repository holds an address with a password"
                                + " @ .worker(\"cloned\", ...)",
                        "SEC001 the build command holds a GitHub token @ .staticSite(\"docs\", ...)",
                        "SEC001 environment variable SITE_TOKEN holds a GitHub token @ .env(\"SITE_TOKEN\", \"...\")",
                        "SEC001 header Authorization holds a GitHub token"
                                + " @ .header(\"/*\", \"Authorization\", \"...\")",
                        "SEC001 the route from /old holds a GitHub token @ .redirect(\"/old\", \"...\")",
                        "SEC001 output token holds a GitHub token @ .output(\"token\", \"...\")",
                        "SEC001 setting address holds an address with a password @ .address(web, \"...\")",
                        "SEC001 the raw edit of /envVars holds a GitHub token"
                                + " @ .raw(web, Raw.set(\"/envVars\", ...))");
    }

    @Test
    void no_finding_shows_the_secret() {
        List<Finding> findings = Found.findings(List.of(new NoSecretIsWrittenOut()), EVERYWHERE);
        assertThat(Found.text(findings)).doesNotContain(TOKEN);
        assertThat(findings.stream().map(it -> Json.write(it.toNode()))).noneMatch(it -> it.contains(TOKEN));
    }

    @Test
    void a_refused_value_is_not_quoted_either() {
        List<Finding> findings = Found.findings(
                List.of(),
                infra -> infra.webService("web", IMAGE, w -> w.domain("https://x:" + TOKEN + "@example.com")));
        assertThat(findings).singleElement().extracting(Finding::what).isEqualTo("\"...\" is no host name");
        assertThat(Found.text(findings)).doesNotContain(TOKEN);
    }

    @Test
    void names_and_digests_are_no_secrets() {
        assertThat(Found.by(new NoSecretIsWrittenOut(), infra -> {
                    var token = infra.secret("hf-token");
                    infra.worker(
                            "embed",
                            IMAGE,
                            w -> w.env("TOKENIZERS_PARALLELISM", "false")
                                    .env("MAX_TOKENS", "4096")
                                    .env("HF_TOKEN", token)
                                    .env("REVISION", "a09a35458c702b33eeacc393d103063234e8bc28")
                                    .env("QUEUE_URL", Value.text("redis://app:", token, "@queue:6379")));
                }))
                .isEmpty();
    }
}
