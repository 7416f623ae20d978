package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.model.Assembly;
import dev.davit.model.WorkloadSpec;
import dev.davit.schema.Nearest;
import dev.davit.target.FileFault;
import dev.davit.target.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Collects the images that a build made: options go before the lines of {@code images.lock}.
 *
 * @param given from {@code --image}
 * @param locked from the file
 */
record BuiltImages(Images given, Images locked) {
    private static final String LOCK = "images.lock";
    private static final long LARGEST_LOCK = 1 << 20;

    static BuiltImages read(List<String> options, Path folder) {
        return new BuiltImages(Images.parse(options, "--image"), lock(folder.resolve(LOCK)));
    }

    Images all() {
        return locked.under(given);
    }

    /** Refuses an option for a workload that is not there; a line of the file may be for another stage, so it is only told. */
    void requireWorkloads(Assembly assembly, Terminal terminal) {
        List<String> ids = assembly.specs().stream()
                .filter(WorkloadSpec.class::isInstance)
                .map(it -> it.id())
                .toList();
        given.byId().keySet().stream()
                .sorted()
                .filter(it -> !ids.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw unknown(it, ids);
                });
        locked.byId().keySet().stream()
                .sorted()
                .filter(it -> !ids.contains(it))
                .forEach(it ->
                        terminal.note(LOCK + " has an image for " + it + ", and the definition has no such workload"));
    }

    private static Failure unknown(String id, List<String> ids) {
        return new Failure(
                ExitCode.USAGE,
                "there is no workload " + id,
                "--image " + id + "=...",
                ids.isEmpty() ? "the definition has no workload" : "there are " + String.join(", ", ids),
                Nearest.to(id, ids).map(meant -> "did you mean " + meant + "?").orElse("name one of them"));
    }

    /** Refuses the first option that names no image, before any user code runs. */
    static List<String> requireReferences(List<String> options) {
        for (int last = 1; last <= options.size(); last++) {
            Optional<String> wrong = wrong(options.subList(0, last));
            if (wrong.isPresent()) {
                throw new Failure(
                        ExitCode.USAGE,
                        "this is no image",
                        "--image " + options.get(last - 1),
                        wrong.get(),
                        "write --image ID=REFERENCE");
            }
        }
        return options;
    }

    /** The message starts with file and line, and an option has neither. */
    private static Optional<String> wrong(List<String> options) {
        try {
            Images.parse(options, "--image");
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage().replaceFirst("^--image:\\d+: ", ""));
        }
    }

    private static Images lock(Path file) {
        try {
            if (!Files.exists(file)) {
                return Images.NONE;
            }
            if (Files.size(file) > LARGEST_LOCK) {
                throw unreadable(file, "it is larger than 1 MiB");
            }
            return Images.parse(Files.readAllLines(file), file.toString());
        } catch (IOException e) {
            throw unreadable(file, FileFault.reason(e, file)).causedBy(e);
        } catch (IllegalArgumentException e) {
            throw unreadable(file, e.getMessage()).causedBy(e);
        }
    }

    private static Failure unreadable(Path file, String why) {
        return new Failure(
                ExitCode.BAD_INPUT,
                "the list of built images cannot be read",
                file.toString(),
                why,
                "write one ID=REFERENCE per line, or remove the file");
    }
}
