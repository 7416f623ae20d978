package dev.davit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.davit.model.Assembly;
import dev.davit.model.Edge;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import dev.davit.model.Spec;
import dev.davit.model.WorkloadSpec;
import dev.davit.source.Compiled;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The rules of shape that the language keeps, where no compiler can. */
class ShapeTest {
    private static final Image IMAGE = Image.of("ghcr.io/acme/app:1");

    /** What a component offers. */
    record Pair(WebService web, JobQueue jobs) {}

    /** A web service with a queue of its own. */
    record WithQueue(String id, String image) implements Component<Pair> {
        @Override
        public Pair build(Infra infra) {
            JobQueue jobs = infra.jobQueue(id + "-jobs");
            WebService web = infra.webService(id, Image.of(image), w -> w.env("QUEUE_URL", jobs.url()));
            return new Pair(web, jobs);
        }
    }

    /** A component made of components. */
    record Two(String image) implements Component<Pair> {
        @Override
        public Pair build(Infra infra) {
            infra.add("first", new WithQueue("one", image));
            return infra.add("second", new WithQueue("two", image));
        }
    }

    private static Assembly assembly(Consumer<Infra> define) {
        return Evaluation.of(define::accept, "prod").assembly();
    }

    private static WorkloadSpec workload(Assembly assembly, String id) {
        return assembly.specs(WorkloadSpec.class).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void conditions_and_loops_work_inside_a_configurator() {
        Assembly assembly = assembly(infra -> infra.webService("web", IMAGE, w -> {
            for (String name : List.of("A", "B")) {
                w.env(name, "1");
            }
            if (infra.is("prod")) {
                w.scale(Scale.fixed(3));
            }
        }));
        assertThat(workload(assembly, "web").env()).containsOnlyKeys("A", "B");
        assertThat(workload(assembly, "web").scale()).isEqualTo(Scale.fixed(3));
    }

    @Test
    void creating_gives_a_handle_whose_references_become_edges() {
        Assembly assembly = assembly(infra -> {
            Postgres db = infra.postgres("db", 17);
            infra.worker(
                    "worker",
                    IMAGE,
                    w -> w.env("URL", db.connectionString())
                            .env("DSN", Value.text("host=", db.host(), " port=", db.port())));
        });
        assertThat(assembly.edges())
                .extracting(it -> it.from() + " " + it.use() + " " + it.to() + " "
                        + it.attribute().orElseThrow().word())
                .containsExactly(
                        "worker \"worker\" REFERENCE postgres \"db\" connectionString",
                        "worker \"worker\" REFERENCE postgres \"db\" host",
                        "worker \"worker\" REFERENCE postgres \"db\" port");
        assertThat(assembly.edges()).allMatch(Edge::connects);
    }

    @Test
    void what_needs_nothing_but_its_arguments_has_no_configurator() {
        Disk disk = Disk.at("/data", Size.gib(1));
        Assembly assembly = assembly(infra -> {
            infra.privateService("api", IMAGE);
            infra.privateService("search", IMAGE, disk);
            infra.worker("mailer", IMAGE);
            infra.worker("ingest", IMAGE, disk);
            infra.webService("files", IMAGE, disk);
            infra.job("migrate", IMAGE);
            infra.cronJob("sweep", IMAGE, Cron.hourly(5));
        });
        assertThat(assembly.problems()).isEmpty();
        assertThat(assembly.specs(WorkloadSpec.class))
                .extracting(it -> it.key() + (it.disk().isPresent() ? " with a disk" : ""))
                .containsExactly(
                        "private service \"api\"",
                        "private service \"search\" with a disk",
                        "worker \"mailer\"",
                        "worker \"ingest\" with a disk",
                        "web service \"files\" with a disk",
                        "job \"migrate\"",
                        "cron job \"sweep\"");
        assertThat(assembly.specs())
                .allSatisfy(spec -> assertThat(
                                spec.declaration().created().location().orElseThrow())
                        .asString()
                        .startsWith("ShapeTest.java:"));
    }

    @Test
    void no_type_has_the_name_of_one_that_is_imported_every_day() {
        var platform = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        var types = new ClassFileImporter()
                .importPath(Path.of(Compiled.sdk(), "dev", "davit")).stream()
                        .filter(it -> it.getPackageName().equals("dev.davit") && it.isTopLevelClass())
                        .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName)
                        .toList();
        assertThat(types).contains("NativeRuntime", "Size", "Evaluation");
        for (String everyday :
                List.of("lang", "util", "util/function", "util/stream", "time", "io", "nio/file", "math")) {
            assertThat(types)
                    .as("java/" + everyday)
                    .noneMatch(it -> Files.exists(platform.resolve("java/" + everyday + "/" + it + ".class")));
        }
    }

    @Test
    void settings_of_a_target_stay_out_of_the_resources() {
        Assembly assembly = assembly(infra -> {
            WebService web = infra.webService("web", IMAGE, w -> {});
            infra.deployTo(Render.region(Region.OHIO).plan(web, Plan.PRO));
        });
        assertThat(workload(assembly, "web").properties()).doesNotContainKeys("plan", "region");
        assertThat(assembly.placement("render")
                        .setting("plan", new ResourceKey(Kind.WEB_SERVICE, "web"))
                        .orElseThrow()
                        .value())
                .isEqualTo(Plan.PRO);
    }

    @Test
    void what_is_set_after_the_placing_call_counts() {
        Assembly assembly = assembly(infra -> {
            Render render = Render.region(Region.OHIO);
            infra.deployTo(render);
            render.autoDeploy(Render.AutoDeploy.OFF);
        });
        assertThat(assembly.placement("render").setting("autoDeploy")).isPresent();
    }

    @Test
    void a_component_is_a_record_and_its_resources_remember_it() {
        Assembly assembly = assembly(infra -> {
            Pair pair = infra.add("pair", new Two("ghcr.io/acme/app:1"));
            infra.output("url", pair.web().publicUrl());
            infra.cache("pages");
        });
        assertThat(assembly.problems()).isEmpty();
        assertThat(assembly.specs())
                .extracting(Spec::id, it -> it.declaration().component())
                .containsExactly(
                        tuple("one-jobs", "pair", "first"),
                        tuple("one", "pair", "first"),
                        tuple("two-jobs", "pair", "second"),
                        tuple("two", "pair", "second"),
                        tuple("pages"));
    }

    private static org.assertj.core.groups.Tuple tuple(String id, String... component) {
        return org.assertj.core.groups.Tuple.tuple(id, List.of(component));
    }

    @Test
    void an_old_id_is_declared_and_kept() {
        Assembly assembly = assembly(infra -> infra.cache("pages", c -> c.movedFrom("page-cache")));
        assertThat(assembly.problems()).isEmpty();
        assertThat(assembly.specs().get(0).declaration().movedFrom()).hasValue("page-cache");
    }

    @Test
    void a_stage_is_ordinary_java() {
        Definition definition = infra -> infra.cache(infra.is("dev") ? "small" : "large-" + infra.stage());
        assertThat(Evaluation.of(definition, "dev").assembly().specs())
                .extracting(Spec::id)
                .containsExactly("small");
        assertThat(Evaluation.of(definition, "prod").assembly().specs())
                .extracting(Spec::id)
                .containsExactly("large-prod");
    }

    @Test
    void a_builder_that_escaped_its_configurator_is_refused() {
        CacheBuilder[] kept = new CacheBuilder[1];
        assembly(infra -> infra.cache("pages", c -> kept[0] = c));
        assertThatThrownBy(() -> kept[0].memory(Size.gib(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("\\.memory\\(\\.\\.\\.\\) of cache \"pages\" comes too late at"
                        + " ShapeTest\\.java:\\d+: call it inside the configurator");
    }

    @Test
    void a_stack_is_named_by_its_class_whatever_kind_of_class_that_is() {
        Definition lambda = infra -> {};
        Definition anonymous = new Definition() {
            @Override
            public void define(Infra infra) {}
        };
        class OCRPipeline2 implements Definition {
            @Override
            public void define(Infra infra) {}
        }
        assertThat(Evaluation.of(lambda, "prod").assembly())
                .returns("shape-test", Assembly::name)
                .returns("dev.davit.ShapeTest", Assembly::definition);
        assertThat(Evaluation.of(anonymous, "prod").assembly().name()).isEqualTo("stack");
        assertThat(Evaluation.of(new OCRPipeline2(), "prod").assembly().name()).isEqualTo("ocr-pipeline2");
    }
}
