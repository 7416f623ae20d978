package dev.davit.model;

import dev.davit.StaticContent;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value.Immutable;

/** Describe a site of files. */
@Immutable
public non-sealed interface StaticSiteSpec extends Spec {
    /**
     * Answer requests for a path otherwise than with the file of that name.
     *
     * @param source path, with {@code *} for any rest: {@code /blog/*}
     * @param destination path to answer with, or address to send to
     * @param redirect true to send the reader elsewhere, false to answer in place
     */
    record Route(String source, String destination, boolean redirect) {}

    /**
     * Send a header with the answers for a path.
     *
     * @param path path, with {@code *} for any rest
     * @param name the header's name
     * @param value the header's value
     */
    record Header(String path, String name, String value) {}

    /** Give the files and what builds them. */
    StaticContent content();

    /** Give the environment variables of the build; plain text only, since the files are public. */
    Map<String, String> env();

    /** Give the host names under which the public reaches the site. */
    List<String> domains();

    /** Give the routes in order of priority. */
    List<Route> routes();

    /** Give the headers. */
    List<Header> headers();

    @Override
    default Map<String, Object> properties() {
        return new Properties()
                .put("content", content())
                .putAll("env", env())
                .putEach("domain", domains(), host -> host)
                .putEach("route", routes(), Route::source)
                .putEach("header", headers(), it -> it.path() + "." + it.name())
                .entries();
    }

    @Override
    default <R> R accept(SpecVisitor<R> visitor) {
        return visitor.staticSite(this);
    }

    /** Collect the parts of a site. */
    final class Builder extends ImmutableStaticSiteSpec.Builder {}
}
