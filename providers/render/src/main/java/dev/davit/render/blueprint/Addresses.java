package dev.davit.render.blueprint;

import dev.davit.model.Assembly;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import dev.davit.model.Setting;
import dev.davit.model.StaticSiteSpec;
import dev.davit.model.WorkloadSpec;
import java.util.List;
import java.util.Optional;

/** Knows under which address Render's services reach those that are placed elsewhere. */
final class Addresses {
    private final Assembly assembly;
    private final Settings settings;

    Addresses(Assembly assembly, Settings settings) {
        this.assembly = assembly;
        this.settings = settings;
    }

    /** Gives the address: the user's own word first, then the host that another target exposes, then a public domain. */
    Optional<Address> of(ResourceKey service) {
        return settings.address(service)
                .flatMap(it -> Address.parse((String) it.value()))
                .or(() -> exposed(service))
                .or(() -> domain(service).map(host -> Address.ofHost(host, false)));
    }

    private Optional<Address> exposed(ResourceKey service) {
        return assembly.placements().stream()
                .filter(it -> !it.target().equals("render"))
                .flatMap(it -> it.setting("expose", service).stream())
                .findFirst()
                .map(Setting::value)
                .map(host -> Address.ofHost((String) host, true));
    }

    /** Gives the first host name of the user's own that is one name, not a pattern. */
    Optional<String> domain(ResourceKey key) {
        List<String> domains = key.kind() == Kind.STATIC_SITE
                ? assembly.spec(key, StaticSiteSpec.class)
                        .map(StaticSiteSpec::domains)
                        .orElse(List.of())
                : assembly.spec(key, WorkloadSpec.class)
                        .map(WorkloadSpec::domains)
                        .orElse(List.of());
        return domains.stream().filter(it -> !it.startsWith("*")).findFirst();
    }
}
