package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Disk;
import dev.davit.Gpu;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Infra;
import dev.davit.Kubernetes;
import dev.davit.Scale;
import dev.davit.Size;
import dev.davit.model.Kind;
import dev.davit.target.Portability.Verdict;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WorkloadsTest {
    private static final Image IMAGE = Image.of("ghcr.io/acme/app:1");
    private static final String POD = "spec/template/spec/";

    @Test
    void a_service_gets_its_drain_time_after_traffic_has_moved_away() {
        Made made = Made.of(infra -> infra.privateService("api", IMAGE, s -> s.drain(Duration.ofSeconds(90))));
        assertThat(made.yaml("Deployment", "api", POD + "terminationGracePeriodSeconds"))
                .isEqualTo("it: 105\n");
        assertThat(made.yaml("Deployment", "api", POD + "containers/0/lifecycle"))
                .isEqualTo("preStop:\n  sleep:\n    seconds: 15\n");
    }

    @Test
    void a_worker_has_no_traffic_to_move_away() {
        Made made = Made.of(infra -> infra.worker("job", IMAGE, w -> w.drain(Duration.ofMinutes(4))));
        assertThat(made.yaml("Deployment", "job", POD + "terminationGracePeriodSeconds"))
                .isEqualTo("it: 240\n");
        assertThat(made.yaml("Deployment", "job", POD + "containers/0")).doesNotContain("lifecycle", "Probe", "ports");
        assertThat(made.addresses()).doesNotContain("Service/job");
    }

    @Test
    void liveness_never_asks_the_path_of_readiness() {
        Made made = Made.of(infra -> infra.privateService("api", IMAGE, s -> s.health(Health.http("/ready"))));
        assertThat(made.yaml("Deployment", "api", POD + "containers/0/readinessProbe"))
                .contains("path: /ready");
        assertThat(made.yaml("Deployment", "api", POD + "containers/0/livenessProbe"))
                .isEqualTo("tcpSocket:\n  port: http\nperiodSeconds: 10\ntimeoutSeconds: 5\nfailureThreshold: 6\n");
    }

    @Test
    void a_disk_becomes_a_stateful_set_of_one_whose_claim_stays() {
        Made made = Made.of(infra -> infra.worker("job", IMAGE, Disk.at("/cache", Size.gib(60)), w -> {}));
        assertThat(made.yaml("StatefulSet", "job", "spec/replicas")).isEqualTo("it: 1\n");
        assertThat(made.yaml("StatefulSet", "job", "spec/persistentVolumeClaimRetentionPolicy"))
                .isEqualTo("whenDeleted: Retain\nwhenScaled: Retain\n");
        assertThat(made.yaml("StatefulSet", "job", "spec/volumeClaimTemplates/0/spec"))
                .isEqualTo("accessModes:\n  - ReadWriteOnce\nresources:\n  requests:\n    storage: 60Gi\n");
        assertThat(made.yaml("Service", "job", "spec"))
                .isEqualTo("clusterIP: None\nselector:\n  app.kubernetes.io/name: job\n");
        assertThat(made.addresses()).doesNotContain("Deployment/job");
    }

    @Test
    void a_service_with_a_disk_has_one_service_to_call_and_one_to_name_its_instance() {
        Made made = Made.of(infra -> infra.privateService("api", IMAGE, Disk.at("/data", Size.gib(1)), s -> {}));
        assertThat(made.yaml("StatefulSet", "api", "spec/serviceName")).isEqualTo("it: api-pods\n");
        assertThat(made.addresses()).contains("Service/api", "Service/api-pods");
    }

    @Test
    void a_disk_at_tmp_takes_the_place_of_the_scratch_volume() {
        Made made = Made.of(infra -> infra.worker("job", IMAGE, Disk.at("/tmp", Size.gib(1)), w -> {}));
        assertThat(made.yaml("StatefulSet", "job", POD + "containers/0/volumeMounts"))
                .isEqualTo("it:\n  - name: disk-data\n    mountPath: /tmp\n");
    }

    @Test
    void an_autoscaled_deployment_has_no_number_of_its_own() {
        Made made = Made.of(infra ->
                infra.worker("job", IMAGE, w -> w.scale(Scale.between(2, 5).cpu(60))));
        assertThat(made.object("Deployment", "job").getMap("spec").orElseThrow().get("replicas"))
                .isEmpty();
        assertThat(made.yaml("HorizontalPodAutoscaler", "job", "spec")).contains("minReplicas: 2\nmaxReplicas: 5\n");
    }

    @Test
    void scaling_by_waiting_jobs_needs_keda_and_a_finding_says_so() {
        Made made = Made.of(infra -> {
            var jobs = infra.jobQueue("jobs");
            infra.worker("job", IMAGE, w -> w.scale(Scale.between(1, 9).queueDepth(jobs, "celery", 5)));
            infra.deployTo(Kubernetes.context("c").namespace("shop"));
        });
        assertThat(made.addresses()).contains("ScaledObject/job", "TriggerAuthentication/job");
        assertThat(made.addresses()).doesNotContain("HorizontalPodAutoscaler/job");
        assertThat(made.yaml("ScaledObject", "job", "spec/triggers/0/metadata/address"))
                .isEqualTo("it: jobs.shop.svc:6379\n");
        var finding = made.findings.get(0);
        assertThat(finding.id()).isEqualTo("K8S004");
        assertThat(finding.what()).isEqualTo("scaling by the jobs that wait in \"celery\" needs KEDA in the cluster");
    }

    @Test
    void without_a_spare_gpu_an_old_instance_stops_first_and_one_alone_is_warned_of() {
        Made two = gpu(s -> s.scale(Scale.fixed(2)), infra -> {});
        assertThat(two.yaml("Deployment", "llm", "spec/strategy/rollingUpdate"))
                .isEqualTo("maxUnavailable: 1\nmaxSurge: 0\n");
        assertThat(two.findingIds()).isEmpty();
        Made one = gpu(s -> {}, infra -> {});
        assertThat(one.findingIds()).containsExactly("warning GPU007");
        assertThat(one.findings.get(0).what())
                .isEqualTo("each rollout of private service \"llm\" stops its only instance first");
        assertThat(one.findings.get(0).fix())
                .isEqualTo("run two: .scale(Scale.fixed(2)), or say how many GPUs are free: .surgeGpus(2)");
    }

    @Test
    void spare_gpus_are_counted_in_whole_instances() {
        Made made = gpu(s -> {}, infra -> infra.deployTo(Kubernetes.context("c").surgeGpus(5)));
        assertThat(made.yaml("Deployment", "llm", "spec/strategy/rollingUpdate"))
                .isEqualTo("maxUnavailable: 0\nmaxSurge: 2\n");
    }

    @Test
    void each_cluster_has_its_labels_for_gpus() {
        assertThat(product(infra -> infra.deployTo(Kubernetes.context("c").gpuLabels(Kubernetes.GpuLabels.GKE))))
                .isEqualTo("key: cloud.google.com/gke-accelerator\noperator: In\nvalues:\n  - nvidia-l4\n");
        assertThat(product(infra -> infra.deployTo(Kubernetes.context("c").gpuLabels(Kubernetes.GpuLabels.KARPENTER))))
                .isEqualTo("key: karpenter.k8s.aws/instance-gpu-name\noperator: In\nvalues:\n  - l4\n");
        assertThat(product(infra -> {}))
                .isEqualTo("key: nvidia.com/gpu.product\noperator: In\nvalues:\n  - NVIDIA-L4\n");
        assertThat(product(infra -> infra.deployTo(Kubernetes.context("c").gpuLabel("example.com/card"))))
                .isEqualTo("key: example.com/card\noperator: In\nvalues:\n  - L4\n");
    }

    private static String product(Consumer<Infra> settings) {
        String terms = "affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms/0/";
        return gpu(s -> {}, settings).yaml("Deployment", "llm", POD + terms + "matchExpressions/0");
    }

    private static Made gpu(Consumer<dev.davit.PrivateServiceBuilder> service, Consumer<Infra> settings) {
        return Made.of(infra -> {
            infra.privateService("llm", IMAGE, s -> {
                s.gpu(Gpu.nvidia("L4").count(2));
                service.accept(s);
            });
            settings.accept(infra);
        });
    }

    @Test
    void a_step_before_a_deploy_comes_before_the_program_in_each_new_instance() {
        Made made = Made.of(infra -> infra.privateService(
                "api", IMAGE, s -> s.preDeploy("./migrate", "$(up)").scale(Scale.fixed(8))));
        assertThat(made.yaml("Deployment", "api", POD + "initContainers/0"))
                .startsWith("name: davit-pre-deploy\nimage: ghcr.io/acme/app:1\n")
                .contains("command:\n  - \"./migrate\"\n  - \"$$(up)\"\n");
        assertThat(made.yaml("Deployment", "api", "spec/strategy/rollingUpdate"))
                .isEqualTo("maxUnavailable: 0\nmaxSurge: 1\n");
        assertThat(made.verdict(Kind.PRIVATE_SERVICE, "api").how())
                .isEqualTo(
                        "the step before a deploy runs in each new instance before its program starts, so it must be safe to"
                                + " repeat");
    }

    @Test
    void limits_of_a_job_before_a_deploy_do_not_hold_and_a_finding_says_so() {
        Made made = Made.of(infra -> {
            var migrate = infra.job("migrate", IMAGE, j -> j.retries(5).timeLimit(Duration.ofMinutes(3)));
            infra.privateService("api", IMAGE, s -> s.preDeploy(migrate));
        });
        assertThat(made.findingIds()).containsExactly("warning K8S007", "warning K8S007");
        assertThat(made.findings.get(0).what()).isEqualTo("timeLimit of job \"migrate\" does not hold before a deploy");
    }

    @Test
    void a_job_is_another_one_when_it_does_something_else() {
        String first = job("a");
        assertThat(first).matches("Job/seed-[0-9a-f]{8}").isEqualTo(job("a")).isNotEqualTo(job("b"));
    }

    private static String job(String word) {
        return Made.of(infra -> infra.job("seed", IMAGE, j -> j.command(word))).addresses().stream()
                .filter(it -> it.startsWith("Job/"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_database_that_must_not_fail_is_refused_rather_than_run_alone() {
        Made made = Made.of(infra -> infra.postgres("db", 17, p -> p.highAvailability()));
        assertThat(made.findingIds()).containsExactly("error K8S004");
        assertThat(made.verdict(Kind.POSTGRES, "db").verdict()).isEqualTo(Verdict.IMPOSSIBLE);
    }

    @Test
    void memory_for_keys_is_three_quarters_of_the_limit() {
        Made made = Made.of(infra -> infra.jobQueue("jobs", q -> q.memory(Size.mib(384))));
        assertThat(made.yaml("StatefulSet", "jobs", POD + "containers/0/resources/limits"))
                .contains("memory: 512Mi");
    }

    @Test
    void settings_that_are_no_names_are_refused_at_their_own_lines() {
        Made made = Made.of(infra -> {
            var api = infra.privateService("api", IMAGE, s -> {});
            infra.deployTo(Kubernetes.context("c")
                    .namespace("My Shop")
                    .ingressClass("Nginx")
                    .gpuLabel("a b")
                    .surgeGpus(-1)
                    .expose(api, "https://api.example.com"));
        });
        assertThat(made.findings)
                .extracting(it -> it.severity().word() + " " + it.what())
                .containsExactlyInAnyOrder(
                        "error the setting namespace is no name that a cluster takes",
                        "error the setting ingressClass is no name that a cluster takes",
                        "error the setting gpuLabel is no name that a cluster takes",
                        "error the setting surgeGpus is no name that a cluster takes",
                        "error the setting expose is no name that a cluster takes",
                        "info the ingress may cut requests before their 300 s are over");
        assertThat(made.findings.get(0).origin().orElseThrow().text()).isEqualTo(".namespace(\"My Shop\")");
    }

    @Test
    void two_objects_of_one_name_are_an_error() {
        Made made = Made.of(infra -> {
            infra.privateService("api", IMAGE, Disk.at("/data", Size.gib(1)), s -> {});
            infra.privateService("api-pods", IMAGE, s -> {});
        });
        assertThat(made.findingIds()).containsExactly("error K8S009");
        assertThat(made.findings.get(0).what()).isEqualTo("Service/api-pods is there twice");
    }

    @Test
    void a_range_without_a_measure_runs_the_least_and_the_verdict_says_so() {
        Made made = Made.of(infra -> infra.worker("job", IMAGE, w -> w.scale(Scale.between(2, 5))));
        assertThat(made.yaml("Deployment", "job", "spec/replicas")).isEqualTo("it: 2\n");
        assertThat(made.verdict(Kind.WORKER, "job").how())
                .isEqualTo("nothing says when the number of instances changes, so there are 2");
    }

    @Test
    void models_whose_ids_look_like_suffixes_keep_apart() {
        Made made = Made.of(infra -> {
            var a = infra.model("a", dev.davit.Model.huggingFace("x/a").revision("a".repeat(40)));
            var b = infra.model("a-fetch", dev.davit.Model.huggingFace("x/b").revision("b".repeat(40)));
            infra.worker("job", IMAGE, w -> w.serves(a).serves(b));
        });
        var names = PodsOf.in(made).get(0).volumes().stream()
                .map(it -> it.getText("name").orElseThrow())
                .toList();
        assertThat(names).containsExactly("tmp", "model-a", "fetch-a", "model-a-fetch", "fetch-a-fetch");
        assertThat(made.findingIds()).containsExactly("warning MDL007", "warning MDL007");
        assertThat(made.findings.get(0).what())
                .isEqualTo("the space for model \"a\" has no limit, because its size is not known");
    }

    @Test
    void an_exposed_web_service_answers_under_its_domain_as_well() {
        Made made = Made.of(infra -> {
            var web = infra.webService("web", IMAGE, w -> w.domain("a.example.com"));
            infra.deployTo(Kubernetes.context("c").expose(web, "b.example.com"));
        });
        assertThat(made.yaml("Ingress", "web", "spec/rules/0"))
                .startsWith("host: b.example.com\n")
                .contains("name: access\n");
        assertThat(made.yaml("Ingress", "web", "spec/rules/1"))
                .startsWith("host: a.example.com\n")
                .contains("name: http\n");
        assertThat(ConnectionTable.of(made)).contains("web <- anybody:4180", "web <- anybody:10000");
    }

    @Test
    void a_secret_of_the_users_must_not_be_one_that_the_cluster_makes() {
        Made made = Made.of(infra -> {
            infra.jobQueue("jobs");
            infra.secret("jobs-credentials");
        });
        assertThat(made.findings.get(0).what()).isEqualTo("Secret/jobs-credentials is there twice");
    }
}
