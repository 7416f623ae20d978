package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Answers for custom domains; source of the second one that each apex gets: https://render.com/docs/custom-domains. */
final class DomainOperations {
    private static final Pattern NAME =
            Pattern.compile("(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** Public suffixes of two labels, the most common ones: the whole list changes daily and has no place here. */
    private static final Set<String> LONG_SUFFIXES =
            Set.of("co.uk", "org.uk", "com.au", "net.au", "co.jp", "co.nz", "com.br", "co.za", "co.in", "com.mx");

    private final World world;

    DomainOperations(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.on("GET /services/{}/custom-domains", this::list)
                .on("POST /services/{}/custom-domains", this::add)
                .on(
                        "GET /services/{}/custom-domains/{}",
                        call -> Answer.ok(domain(call).shown()))
                .on("DELETE /services/{}/custom-domains/{}", this::remove)
                .on("POST /services/{}/custom-domains/{}/verify", this::verify);
    }

    private Entity service(Call call) {
        return world.state().get(Kind.SERVICE, call.variable(0));
    }

    private List<Entity> of(Entity service) {
        return world.state().where(Kind.DOMAIN, "_service", service.id());
    }

    private Entity domain(Call call) {
        String wanted = call.variable(1);
        return of(service(call)).stream()
                .filter(it -> it.id().equals(wanted) || it.text("name").equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Kind.DOMAIN, wanted));
    }

    private Answer list(Call call) {
        List<Entity> kept = Filters.by(call, of(service(call)), "name", "domainType", "verificationStatus");
        return Paging.page(call, "customDomain", kept);
    }

    private Answer add(Call call) {
        Entity service = service(call);
        String name = call.body("customDomainPOST").text("name").toLowerCase(Locale.ROOT);
        if (!ServiceType.of(service).hasDomains()) {
            throw Problem.badRequest("a " + service.text("type") + " has no custom domains");
        }
        if (!NAME.matcher(name).matches()) {
            throw Problem.badRequest("name is not a domain");
        }
        ListNode made = new ListNode(null).add(make(service, name, "", call));
        String suffix = suffix(name);
        boolean apex = isApex(name, suffix);
        String other = apex ? "www." + name : name.startsWith("www.") ? name.substring(4) : "";
        if (apex || !other.isEmpty() && isApex(other, suffix)) {
            if (world.state().where(Kind.DOMAIN, "name", other).isEmpty()) {
                made.add(make(service, other, name, call));
            }
        }
        return Answer.created(made);
    }

    private MapNode make(Entity service, String name, String redirectFor, Call call) {
        if (!world.state().where(Kind.DOMAIN, "name", name).isEmpty()) {
            throw Problem.conflict("the domain " + name + " is in use");
        }
        String suffix = suffix(name);
        Entity domain = Entity.empty()
                .put("id", world.state().newId(Kind.DOMAIN))
                .put("name", name)
                .put("domainType", isApex(name, suffix) ? "apex" : "subdomain")
                .put("publicSuffix", suffix)
                .put("redirectForName", redirectFor)
                .put("verificationStatus", "unverified")
                .put("createdAt", call.now())
                .put("_service", service.id());
        domain.part("server").put("id", service.id()).put("name", service.text("name"));
        return world.state().put(Kind.DOMAIN, domain).shown();
    }

    private static boolean isApex(String name, String suffix) {
        return name.length() > suffix.length()
                && name.substring(0, name.length() - suffix.length() - 1).indexOf('.') < 0;
    }

    private static String suffix(String name) {
        String[] labels = name.split("\\.");
        String two = labels[labels.length - 2] + "." + labels[labels.length - 1];
        return labels.length > 2 && LONG_SUFFIXES.contains(two) ? two : labels[labels.length - 1];
    }

    /** What redirects to a domain goes with it. */
    private Answer remove(Call call) {
        Entity domain = domain(call);
        of(service(call)).stream()
                .filter(it -> it.text("redirectForName").equals(domain.text("name")))
                .forEach(it -> world.state().remove(Kind.DOMAIN, it.id()));
        world.state().remove(Kind.DOMAIN, domain.id());
        return Answer.gone();
    }

    /** No name server is asked: in the sandbox every domain points to it. */
    private Answer verify(Call call) {
        domain(call).put("verificationStatus", "verified");
        return Answer.empty(202);
    }
}
