import dev.davit.*;

/** A documentation site, and a nightly job that checks its links. */
class StaticAndCron implements Definition {
  @Override public void define(Infra infra) {
    var site = infra.staticSite("docs", StaticContent.at("dist").node("22").build("npm ci && npm run build"), s -> s
        .domain("docs.example.com")
        .redirect("/old/*", "/new/*")
        .rewrite("/*", "/index.html")
        .header("/*", "X-Frame-Options", "DENY"));

    infra.cronJob("link-check", Image.of("ghcr.io/acme/link-check:1.2.0"), Cron.daily(4, 30), c -> c
        .env("SITE_URL", site.publicUrl()));

    infra.output("url", site.publicUrl());
  }
}
