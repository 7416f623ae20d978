package dev.davit;

import dev.davit.document.Origin;
import dev.davit.model.StaticSiteSpec;
import dev.davit.model.StaticSiteSpec.Header;
import dev.davit.model.StaticSiteSpec.Route;

/** Say what a static site can have. It reads no secret and calls no private service: its files are public. */
public final class StaticSiteBuilder extends ResourceBuilder<StaticSiteBuilder> {
    private final StaticSiteSpec.Builder spec = new StaticSiteSpec.Builder();

    StaticSiteBuilder(Creation creation, StaticContent content) {
        super(creation);
        positional("content");
        spec.content(content);
    }

    /** Set an environment variable of the build to text. */
    public StaticSiteBuilder env(String name, String text) {
        variable(name, text, text == null ? null : new Literal<>(text), () -> spec.putEnv(name, text));
        return this;
    }

    /** Serve under a host name of your own; repeat for more. */
    public StaticSiteBuilder domain(String host) {
        Origin origin = record("domain." + host, "domain", host);
        if (Domains.isHost(host)) {
            assign("domain." + host, () -> spec.addDomains(host));
        } else {
            refuse(origin, Domains.what(host), Domains.WHY, Domains.FIX);
        }
        return this;
    }

    /** Send readers of a path elsewhere. The first route that fits a path counts. */
    public StaticSiteBuilder redirect(String source, String destination) {
        return route("redirect", source, destination, true);
    }

    /** Answer a path with the file of another, such as {@code rewrite("/*", "/index.html")} for a single-page application. */
    public StaticSiteBuilder rewrite(String source, String destination) {
        return route("rewrite", source, destination, false);
    }

    /** Send a header with the answers for a path, such as {@code header("/*", "X-Frame-Options", "DENY")}. */
    public StaticSiteBuilder header(String path, String name, String value) {
        Origin origin = record("header." + path + "." + name, "header", path, name, value);
        if (isPath(path) && name.matches("[A-Za-z0-9-]+") && value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            assign("header." + path + "." + name, () -> spec.addHeaders(new Header(path, name, value)));
        } else {
            refuse(
                    origin,
                    "header " + JavaText.quoted(name) + " cannot be sent",
                    "a path starts with / and is percent-encoded, a header has a name of letters, digits and dashes and a value of plain ASCII",
                    "correct the path, the name or the value");
        }
        return this;
    }

    private StaticSiteBuilder route(String method, String source, String destination, boolean redirect) {
        Origin origin = record("route." + source, method, source, destination);
        if (isPath(source) && (isPath(destination) || redirect && destination.matches("https?://[^\\s;{}\"']+"))) {
            assign("route." + source, () -> spec.addRoutes(new Route(source, destination, redirect)));
        } else {
            refuse(
                    origin,
                    method + " from " + JavaText.quoted(source) + " leads nowhere",
                    "a route goes from a path to a path, a redirect also to an http address",
                    "start paths with / and percent-encode what is not plain ASCII");
        }
        return this;
    }

    private static boolean isPath(String path) {
        return path.matches("/[A-Za-z0-9/._~%*:@!$&()+,=-]*");
    }

    StaticSiteSpec spec() {
        return spec.declaration(finish()).build();
    }
}
