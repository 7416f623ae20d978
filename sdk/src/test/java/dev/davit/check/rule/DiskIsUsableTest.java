package dev.davit.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Disk;
import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.NativeRuntime;
import dev.davit.Raw;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.Size;
import dev.davit.check.FixedTarget;
import dev.davit.check.Found;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskIsUsableTest {
    private static final ResourceKey INGEST = new ResourceKey(Kind.WORKER, "ingest");

    @ParameterizedTest
    @ValueSource(strings = {"/etc", "/opt/render/project/src", "/home/render", "/usr", "/proc/data", "/dev/shm"})
    void a_folder_that_others_need_is_refused(String path) {
        assertThat(Found.by(
                        new DiskIsUsable(),
                        infra -> infra.worker("ingest", Image.of("acme/a:1"), Disk.at(path, Size.gib(1)), w -> {})))
                .containsExactly("DSK002 a disk cannot be mounted at " + path + " @ .worker(\"ingest\", ...)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data", "/etc/app", "/opt/render/project/src/data", "/home/render/cache", "/procedures"})
    void a_folder_of_its_own_is_fine(String path) {
        assertThat(Found.by(
                        new DiskIsUsable(),
                        infra -> infra.worker("ingest", Image.of("acme/a:1"), Disk.at(path, Size.gib(1)), w -> {})))
                .isEmpty();
    }

    private static java.util.List<String> building(String command) {
        return Found.by(
                new DiskIsUsable(),
                infra -> infra.worker(
                        "ingest",
                        NativeRuntime.python("3.12").build(command).start("python run.py"),
                        Disk.at("/cache", Size.gib(1)),
                        w -> {}),
                new FixedTarget("kubernetes")
                        .manifest(INGEST, "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: ingest}}"));
    }

    @Test
    void a_build_that_writes_to_the_disk_is_refused() {
        assertThat(building("pip install -r requirements.txt && python fetch.py --to=/cache/weights"))
                .containsExactly("DSK002 the build of worker \"ingest\" uses its disk at /cache"
                        + " @ .worker(\"ingest\", ...)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pip install", "tar xf app/cache/x", "touch /cache-dir", "ls ./cache"})
    void a_build_that_names_another_folder_is_fine(String command) {
        assertThat(building(command)).isEmpty();
    }

    @Test
    void a_raw_edit_that_moves_the_disk_is_looked_at_on_both_targets() {
        assertThat(Found.by(
                        new DiskIsUsable(),
                        infra -> {
                            var ingest = infra.worker(
                                    "ingest", Image.of("acme/a:1"), Disk.at("/cache", Size.gib(1)), w -> {});
                            infra.deployTo(
                                    Render.region(Region.OREGON).raw(ingest, Raw.set("/disk/mountPath", "/etc")));
                        },
                        new FixedTarget("render")
                                .service(INGEST, "{type: worker, name: ingest, disk: {mountPath: /cache}}")))
                .containsExactly("DSK002 a disk cannot be mounted at /etc"
                        + " @ .raw(ingest, Raw.set(\"/disk/mountPath\", ...))");
        assertThat(Found.by(
                        new DiskIsUsable(),
                        infra -> {
                            var ingest = infra.worker(
                                    "ingest", Image.of("acme/a:1"), Disk.at("/cache", Size.gib(1)), w -> {});
                            infra.deployTo(Kubernetes.context("c")
                                    .raw(
                                            ingest,
                                            "StatefulSet",
                                            Raw.set(
                                                    "/spec/template/spec/containers/name=ingest/volumeMounts/name=data/mountPath",
                                                    "/usr")));
                        },
                        new FixedTarget("kubernetes").manifest(INGEST, """
                                apiVersion: apps/v1
                                kind: StatefulSet
                                metadata: {name: ingest}
                                spec:
                                  template:
                                    spec:
                                      containers:
                                      - name: ingest
                                        volumeMounts:
                                        - {name: data, mountPath: /cache}
                                        - {name: scratch, mountPath: /dev/shm}
                                  volumeClaimTemplates:
                                  - metadata: {name: data}
                                """)))
                .containsExactly("DSK002 a disk cannot be mounted at /usr @ .raw(ingest, \"StatefulSet\", Raw.set("
                        + "\"/spec/template/spec/containers/name=ingest/volumeMounts/name=data/mountPath\", ...))");
    }
}
