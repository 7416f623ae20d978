package dev.davit.check;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognize text that is a secret by its form alone.
 *
 * <p>Each form is one that its issuer made to be recognized: a prefix of its own, a length, an alphabet. How random a text
 * looks, or what its variable is called, says nothing: digests and model revisions look random, {@code MAX_TOKENS} and
 * {@code TOKENIZERS_PARALLELISM} sound secret. Refused as well are Google's {@code AIza...} keys and JSON web tokens, since
 * both are also made to be put into pages that anyone can read.
 *
 * <p>Where no issuer's page is given, the form is that of gitleaks; source:
 * https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml
 */
public enum SecretPattern {
    /** A key in PEM; certificates and public keys may be seen. Source: https://www.rfc-editor.org/rfc/rfc7468 */
    PRIVATE_KEY("a private key", "-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----"),
    /**
     * A password in an address; a placeholder that a shell fills in is none. Source:
     * https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1
     */
    URL_PASSWORD(
            "an address with a password",
            "\\b[A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#:@\"']*:[^\\s/?#@$<{\"'][^\\s/?#@\"']*@"),
    /** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
    AWS_KEY("an AWS access key", "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
    /**
     * Source:
     * https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
     */
    GITHUB_TOKEN("a GitHub token", "\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{36,})"),
    /** Source: https://docs.gitlab.com/security/tokens/#token-prefixes */
    GITLAB_TOKEN("a GitLab token", "\\bgl(?:pat|dt|rt|cbt|ptt)-[A-Za-z0-9_.-]{20,}"),
    /** Source: https://docs.slack.dev/authentication/tokens */
    SLACK_TOKEN("a Slack token", "\\b(?:xox[abeprs]-[A-Za-z0-9-]{16,}|xapp-[0-9]-[A-Za-z0-9-]{16,})"),
    /** Who knows the address can post. Source: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
    SLACK_WEBHOOK("a Slack webhook", "\\bhttps://hooks\\.slack\\.com/services/T[A-Z0-9]+/B[A-Z0-9]+/[A-Za-z0-9]{16,}"),
    /** Source: https://huggingface.co/docs/hub/security-tokens */
    HUGGING_FACE_TOKEN("a Hugging Face token", "\\bhf_[A-Za-z0-9]{30,}\\b"),
    /** OpenAI, Anthropic, OpenRouter, and others that took the form over. */
    MODEL_API_KEY(
            "a key of a model API",
            "\\b(?:sk-(?:proj|svcacct|admin|ant|or)-[A-Za-z0-9_-]{20,}|sk-[A-Za-z0-9]{32,}\\b|gsk_[A-Za-z0-9]{50,}\\b"
                    + "|r8_[A-Za-z0-9]{37}\\b|nvapi-[A-Za-z0-9_-]{60,})"),
    /** Source: https://docs.stripe.com/keys */
    STRIPE_KEY("a Stripe key", "\\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}"),
    /** Google's OAuth client secrets. */
    GOOGLE_CLIENT_SECRET("a Google client secret", "\\bGOCSPX-[A-Za-z0-9_-]{28}"),
    /** npm, PyPI and Docker Hub. */
    REGISTRY_TOKEN(
            "a token of a package registry",
            "\\b(?:npm_[A-Za-z0-9]{36}\\b|pypi-AgE[A-Za-z0-9_-]{50,}|dckr_pat_[A-Za-z0-9_-]{27})"),
    /** SendGrid. */
    SENDGRID_KEY("a SendGrid key", "\\bSG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}"),
    /** Source: https://render.com/docs/api#create-an-api-key */
    RENDER_KEY("a Render API key", "\\brnd_[A-Za-z0-9]{20,}\\b");

    /** No form but an address is shorter: most text is done with here, and every quoted text comes by. */
    private static final int SHORTEST = 20;

    private final String words;
    private final Pattern form;

    SecretPattern(String words, String form) {
        this.words = words;
        this.form = Pattern.compile(form);
    }

    /** Find the first form that a text holds, if it holds one. */
    public static Optional<SecretPattern> in(String text) {
        return text.length() < SHORTEST && !text.contains("://")
                ? Optional.empty()
                : Stream.of(values()).filter(it -> it.form.matcher(text).find()).findFirst();
    }

    /** Replace each secret in a text with dots. */
    public static String hide(String text) {
        String hidden = text;
        for (SecretPattern pattern : values()) {
            hidden = pattern.form.matcher(hidden).replaceAll("...");
        }
        return hidden;
    }

    /** Say what it is: {@code a GitHub token}. */
    public String words() {
        return words;
    }
}
