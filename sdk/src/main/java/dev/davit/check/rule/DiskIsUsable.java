package dev.davit.check.rule;

import dev.davit.Disk;
import dev.davit.NativeRuntime;
import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.document.Pointer;
import dev.davit.model.Assembly;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.WorkloadSpec;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * DSK002: refuse a disk over folders that the platform or the image needs, and a build that writes to one.
 *
 * <p>Render refuses the folders below {@code /opt}, {@code /home} and {@code /etc} that are listed here, not those inside
 * them, and mounts no disk while it builds; source: https://render.com/docs/disks. An empty disk over a folder of the system
 * hides the program that should run; container runtimes refuse {@code /proc}; source:
 * https://github.com/opencontainers/runc/blob/main/libcontainer/rootfs_linux.go. That a disk shrinks only a plan can see,
 * which knows the size it has.
 */
public final class DiskIsUsable implements Rule {
    private static final Set<String> TAKEN = Set.of(
            "/opt",
            "/opt/render",
            "/opt/render/project",
            "/opt/render/project/src",
            "/home",
            "/home/render",
            "/etc",
            "/etc/secrets",
            "/bin",
            "/lib",
            "/lib64",
            "/sbin",
            "/usr",
            "/var");
    private static final String FIX = "mount it at a folder of its own, such as \"/data\" or \"/var/data\"";
    private static final Pointer NAME = Pointer.parse("/metadata/name");
    private static final Pattern KERNEL = Pattern.compile("/(proc|sys|dev)(/.*)?");

    @Override
    public String id() {
        return "DSK002";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "A disk is mounted where one can be, and used only while the program runs";
    }

    @Override
    public void check(Assembly assembly, Report report) {
        for (WorkloadSpec spec : assembly.specs(WorkloadSpec.class)) {
            spec.disk().ifPresent(disk -> check(spec, disk, report));
        }
    }

    private static void check(WorkloadSpec spec, Disk disk, Report report) {
        if (isTaken(disk.mountPath())) {
            report.add(spec, "disk", what(disk.mountPath()), why(disk.mountPath()), FIX);
        }
    }

    @Override
    public void check(Desired desired, Report report) {
        desired.specs(WorkloadSpec.class).forEach(spec -> build(spec, desired, report));
        Culprit culprit = new Culprit(desired, report);
        for (DesiredObject object : desired.objects()) {
            Optional<String> declared = object.resource()
                    .flatMap(it -> desired.assembly().spec(it, WorkloadSpec.class))
                    .flatMap(WorkloadSpec::disk)
                    .map(Disk::mountPath);
            mounted(object, "/disk/mountPath", declared, culprit);
            Manifest manifest = new Manifest(object);
            for (String container : manifest.containers(true)) {
                for (int i = 0; i < manifest.items(container + "/volumeMounts").size(); i++) {
                    String mount = container + "/volumeMounts/" + i;
                    if (isClaimed(manifest, manifest.text(mount + "/name").orElse(""))) {
                        mounted(object, mount + "/mountPath", declared, culprit);
                    }
                }
            }
        }
    }

    /** On Render this is RND006's, which knows the pre-deploy command as well. */
    private static void build(WorkloadSpec spec, Desired desired, Report report) {
        if (spec.disk().isPresent() && spec.source() instanceof NativeRuntime runtime) {
            boolean manifests = !Manifest.of(desired.objects(spec.key())).isEmpty();
            String path = spec.disk().get().mountPath();
            if (manifests && names(runtime.build(), path)) {
                report.add(
                        spec,
                        "source",
                        "the build of " + spec.key() + " uses its disk at " + path,
                        "a disk is mounted only while the program runs: what the build writes there is lost",
                        "write to the disk when the program starts, or build into the program's own folder");
            }
        }
    }

    private static boolean isClaimed(Manifest manifest, String volume) {
        return manifest.items("/spec/volumeClaimTemplates").stream()
                .flatMap(it -> NAME.find(it).flatMap(Manifest::text).stream())
                .anyMatch(volume::equals);
    }

    /** What the definition says itself is reported once, before any target. */
    private static void mounted(DesiredObject object, String pointer, Optional<String> declared, Culprit culprit) {
        new Manifest(object)
                .text(pointer)
                .filter(path -> declared.filter(path::equals).isEmpty())
                .filter(DiskIsUsable::isTaken)
                .ifPresent(path -> culprit.report(object, pointer, what(path), why(path), FIX));
    }

    private static boolean isTaken(String path) {
        return path.equals("/") || TAKEN.contains(path) || KERNEL.matcher(path).matches();
    }

    private static String what(String path) {
        return "a disk cannot be mounted at " + path;
    }

    private static String why(String path) {
        return "it would hide what the platform and the image keep in " + path;
    }

    /** Says whether a command names the folder or a file in it. */
    private static boolean names(String command, String folder) {
        return Pattern.compile("(?<![\\w./-])" + Pattern.quote(folder) + "(?![\\w-])")
                .matcher(command)
                .find();
    }
}
