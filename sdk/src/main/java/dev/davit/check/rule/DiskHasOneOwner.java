package dev.davit.check.rule;

import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.document.Pointer;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * DSK001: refuse a second instance beside a disk. The builders offer none; a raw edit can.
 *
 * <p>A disk is attached to one instance. A Deployment's second pod waits for the disk for ever; a StatefulSet's gets an empty
 * one of its own. Source: https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes. What Render does with
 * such a service is RND003's.
 */
public final class DiskHasOneOwner implements Rule {
    private static final Set<String> SHARED = Set.of("ReadWriteMany", "ReadOnlyMany");
    private static final Pointer CLAIM = Pointer.parse("/persistentVolumeClaim/claimName");
    private static final String FIX =
            "keep one instance, or keep the data in a store or in object storage that all can reach";

    @Override
    public String id() {
        return "DSK001";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "A disk has one owner";
    }

    @Override
    public void check(Desired desired, Report report) {
        Culprit culprit = new Culprit(desired, report);
        List<Manifest> manifests = Manifest.in(desired);
        Set<String> claims = claims(manifests);
        manifests.forEach(it -> statefulSet(it, culprit));
        manifests.forEach(it -> deployment(it, claims, culprit));
        Set<String> owners = names(manifests.stream()
                .filter(it -> it.is("StatefulSet") && ownsDisk(it) || it.is("Deployment") && holds(it, claims)));
        manifests.forEach(it -> scaler(it, owners, culprit));
    }

    /** Finds the claims that one pod alone can hold, among those of the definition: what others are is not known. */
    private static Set<String> claims(List<Manifest> manifests) {
        return names(manifests.stream().filter(it -> it.is("PersistentVolumeClaim") && !isShared(it, "")));
    }

    private static Set<String> names(Stream<Manifest> manifests) {
        return manifests.map(it -> it.object().name()).collect(Collectors.toSet());
    }

    private static void statefulSet(Manifest set, Culprit culprit) {
        long replicas = set.number("/spec/replicas").orElse(1L);
        if (set.is("StatefulSet") && replicas > 1 && ownsDisk(set)) {
            tooMany(
                    set.object(),
                    "/spec/replicas",
                    replicas,
                    "each further instance gets an empty disk of its own, so what one writes no other sees",
                    culprit);
        }
    }

    private static boolean ownsDisk(Manifest set) {
        for (int i = 0; i < set.items("/spec/volumeClaimTemplates").size(); i++) {
            if (!isShared(set, "/spec/volumeClaimTemplates/" + i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShared(Manifest owner, String claim) {
        return owner.items(claim + "/spec/accessModes").stream()
                .flatMap(it -> Manifest.text(it).stream())
                .anyMatch(SHARED::contains);
    }

    private static void deployment(Manifest deployment, Set<String> claims, Culprit culprit) {
        if (!deployment.is("Deployment") || !holds(deployment, claims)) {
            return;
        }
        long replicas = deployment.number("/spec/replicas").orElse(1L);
        if (replicas > 1) {
            tooMany(
                    deployment.object(),
                    "/spec/replicas",
                    replicas,
                    "the second instance waits for the disk for ever, or both write to it",
                    culprit);
        }
        if (!deployment.text("/spec/strategy/type").orElse("RollingUpdate").equals("Recreate")) {
            culprit.report(
                    deployment.object(),
                    "/spec/strategy/type",
                    deployment.object().address() + " has a disk and is rolled",
                    "a rolling update starts the new instance while the old one still holds the disk, and waits for ever",
                    "set /spec/strategy/type to Recreate, or give the workload its disk with Disk.at(...)");
        }
    }

    private static boolean holds(Manifest deployment, Set<String> claims) {
        return deployment.podSpec().stream()
                .flatMap(spec -> deployment.items(spec + "/volumes").stream())
                .flatMap(volume -> CLAIM.find(volume).flatMap(Manifest::text).stream())
                .anyMatch(claims::contains);
    }

    private static void scaler(Manifest scaler, Set<String> owners, Culprit culprit) {
        String name = scaler.text("/spec/scaleTargetRef/name").orElse("");
        if (scaler.is("HorizontalPodAutoscaler", "ScaledObject") && owners.contains(name)) {
            culprit.report(
                    scaler.object(),
                    "/spec/scaleTargetRef",
                    scaler.object().address() + " scales " + name + ", which has a disk",
                    "a disk belongs to one instance",
                    FIX);
        }
    }

    private static void tooMany(DesiredObject object, String pointer, long number, String why, Culprit culprit) {
        culprit.report(
                object,
                pointer,
                object.address() + " asks for " + number + " instances beside a disk",
                "a disk belongs to one instance: " + why,
                FIX);
    }
}
