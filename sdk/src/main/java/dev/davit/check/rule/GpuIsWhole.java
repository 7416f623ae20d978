package dev.davit.check.rule;

import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.model.Desired;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * GPU001: refuse a request for GPUs that a cluster rejects or does not honour. The typed request is whole and equal to its
 * limit; a raw edit can be anything.
 *
 * <p>Extended resources are whole, and a request equals its limit; source:
 * https://kubernetes.io/docs/tasks/manage-gpus/scheduling-gpus/. A shared GPU is one share of time: asking for two gives no
 * larger share; source: https://github.com/NVIDIA/k8s-device-plugin#shared-access-to-gpus
 */
public final class GpuIsWhole implements Rule {
    private static final Pattern GPU =
            Pattern.compile("nvidia\\.com/(gpu|mig-[a-z0-9.]+)(\\.shared)?|amd\\.com/gpu|gpu\\.intel\\.com/[a-z0-9]+");
    private static final String FIX = "take the raw edit out, and ask with .gpu(Gpu.nvidia(\"...\").count(...))";

    @Override
    public String id() {
        return "GPU001";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "GPUs are asked for whole, and the request equals the limit";
    }

    @Override
    public void check(Desired desired, Report report) {
        Culprit culprit = new Culprit(desired, report);
        for (Manifest manifest : Manifest.in(desired)) {
            manifest.containers(true).forEach(it -> container(manifest, it + "/resources", culprit));
        }
    }

    private static void container(Manifest manifest, String resources, Culprit culprit) {
        TreeSet<String> names =
                new TreeSet<>(manifest.map(resources + "/limits").entries().keySet());
        names.addAll(manifest.map(resources + "/requests").entries().keySet());
        names.stream().filter(it -> GPU.matcher(it).matches()).forEach(name -> gpu(manifest, resources, name, culprit));
    }

    private static void gpu(Manifest manifest, String resources, String name, Culprit culprit) {
        String step = "/" + name.replace("/", "~1");
        Optional<String> limit = manifest.text(resources + "/limits" + step);
        Optional<String> request = manifest.text(resources + "/requests" + step);
        String address = manifest.object().address();
        String amount = limit.or(() -> request).orElse("");
        String at = resources + (limit.isPresent() ? "/limits" : "/requests") + step;
        if (!amount.matches("\\d{1,9}")) {
            culprit.report(
                    manifest.object(),
                    at,
                    address + " asks for a part of a GPU: " + name + " is \"" + amount + "\"",
                    "the API server rejects what is no whole number",
                    FIX);
        } else if (request.isPresent() && !request.equals(limit)) {
            culprit.report(
                    manifest.object(),
                    resources + "/requests" + step,
                    address + " requests " + request.get() + " and is limited to " + limit.orElse("nothing") + " of "
                            + name,
                    "the API server rejects it: a GPU cannot be overcommitted",
                    FIX);
        } else if (name.endsWith(".shared") && Integer.parseInt(amount) > 1) {
            culprit.report(
                    manifest.object(),
                    at,
                    address + " asks for " + amount + " shares of one GPU",
                    "two shares are not twice the time or memory of one",
                    "ask for 1, or for a whole GPU");
        }
    }
}
