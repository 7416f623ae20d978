package dev.davit.check.rule;

import dev.davit.Secret;
import dev.davit.Text;
import dev.davit.Value;
import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import dev.davit.model.Assembly;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import dev.davit.model.WorkloadSpec;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * SEC002: refuse a data store that any address reaches, and a model that anyone can ask.
 *
 * <p>On Render a store without a list of addresses is open; source: https://render.com/docs/blueprint-spec#ipallowlist. On
 * Kubernetes it is a raw Service of a type that leaves the cluster, or a network policy that lets everything in; source:
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/. A public service that serves a model and reads no
 * secret has nothing to tell one caller from another.
 */
public final class NothingIsOpenToAll implements Rule {
    private static final Set<Kind> STORES = Set.of(Kind.JOB_QUEUE, Kind.CACHE, Kind.POSTGRES);
    private static final Pattern ANY = Pattern.compile("[0-9a-fA-F.:]+/0");
    private static final String GUESS = "then its password is all that protects the data, and anyone can try";

    @Override
    public String id() {
        return "SEC002";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "No data store is open to every address, and no model to every caller";
    }

    @Override
    public void check(Assembly assembly, Report report) {
        for (WorkloadSpec spec : assembly.specs(WorkloadSpec.class)) {
            boolean serves = spec.kind() == Kind.WEB_SERVICE && !spec.serves().isEmpty();
            if (serves && spec.env().values().stream().noneMatch(NothingIsOpenToAll::holdsSecret)) {
                report.add(
                        spec,
                        "serves." + spec.serves().get(0).id(),
                        "anyone can ask the model of " + spec.key(),
                        "the service is public and reads no secret, so it cannot tell one caller from another",
                        "make it a private service behind one that checks callers, or give it a key to check: .env(\"API_KEY\","
                                + " infra.secret(\"api-key\"))");
            }
        }
    }

    private static boolean holdsSecret(Value<?> value) {
        return value instanceof Secret
                || value instanceof Text text && text.parts().stream().anyMatch(NothingIsOpenToAll::holdsSecret);
    }

    @Override
    public void check(Desired desired, Report report) {
        Culprit culprit = new Culprit(desired, report);
        for (DesiredObject object : desired.objects()) {
            if (object.resource().filter(it -> STORES.contains(it.kind())).isPresent()) {
                store(object, culprit);
            }
        }
        for (Manifest manifest : Manifest.in(desired)) {
            if (manifest.is("Ingress") && manifest.object().resource().isPresent()) {
                model(manifest, desired, culprit);
            }
        }
    }

    private static void store(DesiredObject object, Culprit culprit) {
        Manifest manifest = new Manifest(object);
        if (object.tree().getText("apiVersion").isEmpty()) {
            listed(manifest, culprit);
        } else if (manifest.is("Service")
                && manifest.text("/spec/type")
                        .filter(NothingIsOpenToAll::leaves)
                        .isPresent()) {
            open(object, "/spec/type", "its Service leaves the cluster", "keep the type ClusterIP", culprit);
        } else if (manifest.is("NetworkPolicy")) {
            policy(manifest, culprit);
        }
    }

    private static boolean leaves(String type) {
        return type.equals("LoadBalancer") || type.equals("NodePort");
    }

    private static void listed(Manifest store, Culprit culprit) {
        String list = "/ipAllowList";
        if (store.find(list).isEmpty()) {
            open(store.object(), list, "it has no list of addresses", "set " + list + " to an empty list", culprit);
        }
        for (int i = 0; i < store.items(list).size(); i++) {
            String source = list + "/" + i + "/source";
            store.text(source)
                    .filter(it -> ANY.matcher(it).matches())
                    .ifPresent(any -> open(
                            store.object(),
                            source,
                            "its list has " + any,
                            "list the addresses that need it, or none: services of the stack reach it without",
                            culprit));
        }
    }

    private static void policy(Manifest policy, Culprit culprit) {
        List<Node> rules = policy.items("/spec/ingress");
        for (int i = 0; i < rules.size(); i++) {
            String from = "/spec/ingress/" + i + "/from";
            List<Node> sources = policy.items(from);
            boolean any = sources.isEmpty()
                    || sources.stream()
                            .flatMap(it -> Pointer.parse("/ipBlock/cidr").find(it).flatMap(Manifest::text).stream())
                            .anyMatch(it -> ANY.matcher(it).matches());
            if (any) {
                open(policy.object(), from, "its network policy lets all in", "name the pods that need it", culprit);
            }
        }
    }

    private static void open(DesiredObject object, String pointer, String how, String fix, Culprit culprit) {
        ResourceKey store = object.resource().orElseThrow();
        culprit.report(object, pointer, store + " is open to every address: " + how, GUESS, fix);
    }

    /** A private service gets a public host only together with the proxy that asks for its token. */
    private static void model(Manifest ingress, Desired desired, Culprit culprit) {
        ResourceKey service = ingress.object().resource().orElseThrow();
        boolean guarded = desired.objects(service).stream()
                .anyMatch(it -> it.tree().toString().contains(service.id() + "-access"));
        if (service.kind() == Kind.PRIVATE_SERVICE && !guarded) {
            culprit.report(
                    ingress.object(),
                    "/spec/rules",
                    service + " is public, and nothing asks its callers for a token",
                    "whoever finds the host can use the service at your cost",
                    "take out the raw edit that removes the proxy, or the .expose(...)");
        }
    }
}
