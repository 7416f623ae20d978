package dev.davit.k8s.manifest;

import dev.davit.Size;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.ScalarNode;
import dev.davit.model.WorkloadSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Give a program with a GPU what its libraries expect to find. */
public final class GpuWork {
    /** What libraries for GPUs look for. */
    public static final Map<String, String> VARIABLES = variables();

    static final String SHM = "shm";

    /**
     * PyTorch asks for the user's name and fails at import where the image knows none; its caches must lie where files can be
     * written. Source: https://github.com/vllm-project/vllm/issues/44548
     */
    private static final Origin LIBRARIES = Origin.target("libraries look for a user and write caches");

    private static final Origin PROCESSES =
            Origin.target("processes of one model share memory; it counts in the limit");
    private static final long LARGEST_SHM_MIB = 8 * 1024;

    private GpuWork() {}

    private static Map<String, String> variables() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("USER", "davit");
        all.put("LOGNAME", "davit");
        all.put("HOME", "/tmp");
        all.put("XDG_CACHE_HOME", "/tmp/cache");
        all.put("HF_HOME", "/tmp/huggingface");
        all.put("TRITON_CACHE_DIR", "/tmp/triton");
        all.put("TORCHINDUCTOR_CACHE_DIR", "/tmp/inductor");
        return Collections.unmodifiableMap(all);
    }

    static Map<String, Node> env(WorkloadSpec spec) {
        Map<String, Node> env = new LinkedHashMap<>();
        if (spec.gpu().isPresent()) {
            VARIABLES.forEach((name, value) -> env.put(name, ScalarNode.of(value, LIBRARIES)));
        }
        return env;
    }

    static void sharedMemory(WorkloadSpec spec, Pod pod, Container main) {
        if (spec.gpu().isPresent()) {
            Size size = Size.mib(Math.max(1, Math.min(spec.memory().inMib() / 4, LARGEST_SHM_MIB)));
            pod.volume(Volumes.memory(SHM, size, PROCESSES));
            main.mount(SHM, "/dev/shm", false, PROCESSES);
        }
    }
}
