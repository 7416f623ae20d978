package dev.davit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPatternTest {
    private static final String X = "0123456789abcdefghijABCDEFGHIJ0123456789abcdefghijABCDEFGHIJ0123456789";

    /** Put together here, so that no scanner of repositories takes them for real. */
    private static final Map<SecretPattern, String> SAMPLES = Map.ofEntries(
            Map.entry(SecretPattern.PRIVATE_KEY, "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIE"),
            Map.entry(SecretPattern.URL_PASSWORD, "postgres://app:" + "hunter2@db.example.com/app"),
            Map.entry(SecretPattern.AWS_KEY, "AKIA" + "IOSFODNN7EXAMPLE"),
            Map.entry(SecretPattern.GITHUB_TOKEN, "ghp_" + X.substring(0, 36)),
            Map.entry(SecretPattern.GITLAB_TOKEN, "glpat-" + X.substring(0, 20)),
            Map.entry(SecretPattern.SLACK_TOKEN, "xoxb-" + X.substring(0, 24)),
            Map.entry(SecretPattern.SLACK_WEBHOOK, "https://hooks.slack.com/services/T00/B00/" + X.substring(0, 24)),
            Map.entry(SecretPattern.HUGGING_FACE_TOKEN, "hf_" + X.substring(0, 34)),
            Map.entry(SecretPattern.MODEL_API_KEY, "sk-ant-" + X.substring(0, 40)),
            Map.entry(SecretPattern.STRIPE_KEY, "sk_live_" + X.substring(0, 24)),
            Map.entry(SecretPattern.GOOGLE_CLIENT_SECRET, "GOCSPX-" + X.substring(0, 28)),
            Map.entry(SecretPattern.REGISTRY_TOKEN, "npm_" + X.substring(0, 36)),
            Map.entry(SecretPattern.SENDGRID_KEY, "SG." + X.substring(0, 22) + "." + X.substring(0, 43)),
            Map.entry(SecretPattern.RENDER_KEY, "rnd_" + X.substring(0, 28)));

    @ParameterizedTest
    @EnumSource
    void each_form_is_recognized_alone_and_within_a_text(SecretPattern pattern) {
        assertThat(SecretPattern.in(SAMPLES.get(pattern))).contains(pattern);
        assertThat(SecretPattern.in("run --key=" + SAMPLES.get(pattern) + " now"))
                .contains(pattern);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_of_a_secret_is_left_once_it_is_hidden(SecretPattern pattern) {
        assertThat(SecretPattern.hide("a " + SAMPLES.get(pattern) + " b")).doesNotContain(SAMPLES.get(pattern));
        assertThat(SecretPattern.in(SecretPattern.hide(SAMPLES.get(pattern)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a09a35458c702b33eeacc393d103063234e8bc28",
                "sha256:7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730",
                "ghcr.io/acme/inference:1.4.2",
                "https://app.example.com/v1?next=a:b@c",
                "redis://jobs:6379",
                "postgres://app@db.example.com/app",
                "postgres://app:$PASSWORD@db.example.com/app",
                "postgres://app:${DATABASE_PASSWORD}@db/app",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN PUBLIC KEY-----",
                "sk-learn-compatible-estimators",
                "risk-assessment-of-the-whole-system",
                "hf_transfer",
                "npm_config_cache=/cache/of/the/package/manager",
                "user@example.com: the address of a person",
                "550e8400-e29b-41d4-a716-446655440000"
            })
    void what_only_looks_odd_is_no_secret(String text) {
        assertThat(SecretPattern.in(text)).isEmpty();
    }

    @Test
    void each_form_says_what_it_is_in_words_of_its_own() {
        assertThat(Stream.of(SecretPattern.values()).map(SecretPattern::words).collect(Collectors.toSet()))
                .hasSameSizeAs(SecretPattern.values());
    }

    /** Entropy alone is no reason: no text of letters or digits, however random, is taken for a secret. */
    @Property
    void randomness_alone_is_never_a_secret(@ForAll @AlphaChars @NumericChars @StringLength(max = 80) String text) {
        assertThat(SecretPattern.in(text.replaceAll("(?i)akia|asia", ""))).isEmpty();
    }
}
