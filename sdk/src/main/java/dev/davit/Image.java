package dev.davit;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Take the program from an image that already is in a registry. */
public final class Image implements Source {
    private static final Pattern REFERENCE =
            Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._:/-]*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?");

    private final String reference;
    private final String credential;

    private Image(String reference, String credential) {
        this.reference = reference;
        this.credential = credential;
    }

    /**
     * Name the image: {@code ghcr.io/acme/web:1.4.2}, best with {@code @sha256:...}.
     *
     * @throws IllegalArgumentException if the text is no image reference
     */
    public static Image of(String reference) {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException("Image.of(" + JavaText.quoted(reference)
                    + ") is no image reference: write registry/name:tag or registry/name@sha256:digest");
        }
        return new Image(reference, null);
    }

    /**
     * Name the credential that the platform pulls with: a registry credential of the Render workspace, an image pull secret
     * of the Kubernetes namespace. It must be there already; Davit never sees it.
     */
    public Image credential(String name) {
        return new Image(reference, Objects.requireNonNull(name, "name"));
    }

    /** Give the reference as the user wrote it. */
    public String reference() {
        return reference;
    }

    /** Give the name of the credential, if one is needed. */
    public Optional<String> credential() {
        return Optional.ofNullable(credential);
    }

    /** Say whether the reference names one content for ever. */
    public boolean pinned() {
        return reference.contains("@sha256:");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Image image
                && image.reference.equals(reference)
                && Objects.equals(image.credential, credential);
    }

    @Override
    public int hashCode() {
        return Objects.hash(reference, credential);
    }

    @Override
    public String toString() {
        return "Image.of(" + JavaText.quoted(reference) + ")"
                + (credential == null ? "" : ".credential(" + JavaText.quoted(credential) + ")");
    }
}
