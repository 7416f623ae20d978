package dev.davit.k8s.manifest;

import dev.davit.model.StaticSiteSpec;
import dev.davit.model.StaticSiteSpec.Header;
import dev.davit.model.StaticSiteSpec.Route;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the configuration that serves a static site as Render does: a file goes before any route, the first route that fits counts,
 * {@code *} stands for any rest and {@code :name} for one part of a path. Source: https://render.com/docs/redirects-rewrites
 */
final class NginxConfig {
    static final String ROOT = "/usr/share/nginx/html/";
    static final int PORT = 8080;

    /** No control characters: what is caught goes into the header of a redirect. */
    private static final String REST = "[^\\x00-\\x1F]*";

    private static final String PART = "[^/\\x00-\\x1F]+";
    private static final Pattern WILD = Pattern.compile("\\*|:([A-Za-z][A-Za-z0-9_]*)");

    private final StringBuilder text = new StringBuilder();

    private NginxConfig() {}

    static String of(StaticSiteSpec spec) {
        NginxConfig config = new NginxConfig();
        config.write(spec);
        return config.text.toString();
    }

    private void write(StaticSiteSpec spec) {
        text.append(NginxText.DOLLAR);
        for (int i = 0; i < spec.headers().size(); i++) {
            headerMap(i + 1, spec.headers().get(i));
        }
        line("server {");
        text.append(NginxStart.listen(PORT, "  "));
        line("  root " + ROOT + ";");
        line("  set $requested $uri;");
        line("  absolute_redirect off;");
        line("  server_tokens off;");
        line("  gzip on;");
        line("  gzip_types text/css application/javascript application/json image/svg+xml;");
        line("  error_page 404 /404.html;");
        for (int i = 0; i < spec.headers().size(); i++) {
            line("  add_header " + spec.headers().get(i).name() + " $header" + (i + 1) + " always;");
        }
        for (int i = 0; i < spec.routes().size(); i++) {
            route(i + 1, spec.routes().get(i));
        }
        line("  location = " + Probes.READY + " {\n    return 200;\n  }");
        line("  location / {\n    try_files $uri $uri/index.html =404;\n  }\n}");
    }

    private void headerMap(int number, Header header) {
        line("map $requested $header" + number + " {");
        line("  default \"\";");
        line("  \"~^" + pattern(header.path(), number, false) + "$\" " + NginxText.quoted(header.value()) + ";");
        line("}");
    }

    private void route(int number, Route route) {
        line("  location ~ \"^" + pattern(route.source(), number, true) + "$\" {");
        line("    try_files $uri $uri/index.html @route" + number + ";");
        line("  }");
        String target = target(route, number);
        line("  location @route" + number + " {");
        line(
                route.redirect()
                        ? "    return 301 \"" + target + "$is_args$args\";"
                        : "    try_files \"" + target + "\" \"" + target + "/index.html\" =404;");
        line("  }");
    }

    private static String pattern(String path, int number, boolean capture) {
        StringBuilder pattern = new StringBuilder();
        Matcher wild = WILD.matcher(path);
        int at = 0;
        while (wild.find()) {
            pattern.append(NginxText.pattern(path.substring(at, wild.start())));
            String what = wild.group(1) == null ? REST : PART;
            pattern.append(capture ? "(?<" + variable(wild, number) + ">" + what + ")" : what);
            at = wild.end();
        }
        return pattern.append(NginxText.pattern(path.substring(at))).toString();
    }

    /** Puts what the source caught where the destination names it; a name that the source lacks stays as it is. */
    private static String target(Route route, int number) {
        List<String> caught =
                WILD.matcher(route.source()).results().map(it -> it.group()).toList();
        Matcher wild = WILD.matcher(route.destination());
        StringBuilder target = new StringBuilder();
        int at = 0;
        while (wild.find()) {
            target.append(NginxText.value(route.destination().substring(at, wild.start())));
            target.append(
                    caught.contains(wild.group())
                            ? "${" + variable(wild, number) + "}"
                            : NginxText.value(wild.group()));
            at = wild.end();
        }
        return target.append(NginxText.value(route.destination().substring(at))).toString();
    }

    private static String variable(Matcher wild, int number) {
        return wild.group(1) == null ? "rest" + number : "part" + number + "_" + wild.group(1);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
