package dev.davit.k8s.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the nginx of this machine, if there is one, with a configuration, in a folder of its own. */
final class Nginx implements AutoCloseable {
    private static final String FRAME =
            "pid %1$s/pid;\nerror_log %1$s/error.log;\ndaemon off;\nmaster_process off;\nevents {\n}\nhttp {\naccess_log off;\n"
                    + "client_body_temp_path %1$s/b;\nproxy_temp_path %1$s/p;\nfastcgi_temp_path %1$s/f;\n"
                    + "uwsgi_temp_path %1$s/u;\nscgi_temp_path %1$s/s;\n%2$s}\n";

    private final Process process;

    private Nginx(Process process) {
        this.process = process;
    }

    static boolean isThere() {
        try {
            return new ProcessBuilder("nginx", "-v")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts with what goes into the {@code http} block. */
    static Nginx ofHttp(Path folder, String http) throws IOException {
        return of(folder, frame(folder, http));
    }

    static String frame(Path folder, String http) {
        return String.format(FRAME, folder, http);
    }

    static Nginx of(Path folder, String config) throws IOException {
        Path file = Files.writeString(folder.resolve("nginx.conf"), config);
        return of(folder, List.of("nginx", "-c", file.toString(), "-p", folder.toString()));
    }

    static Nginx of(Path folder, List<String> command) throws IOException {
        return new Nginx(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
