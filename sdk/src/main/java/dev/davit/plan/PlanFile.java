package dev.davit.plan;

import dev.davit.document.DocumentException;
import dev.davit.document.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keep a plan in a file, for whoever approves it and for the apply that comes later. */
public final class PlanFile {
    private PlanFile() {}

    /**
     * Write a plan so that the file is there in full or not at all, even after a power failure. Only its owner may read it
     * (0600): it says how the stack is built.
     *
     * @throws PlanException if the definition holds values of secrets, or the file cannot be written
     */
    public static void save(Plan plan, Path file) {
        plan.wanted().literalSecret().ifPresent(object -> {
            throw new PlanException(
                    "the plan is not saved",
                    file.toString(),
                    object.address() + " holds secret values, and a saved plan may be kept and shown",
                    "remove the raw edit that wrote them and have the secret made outside of the definition, or apply"
                            + " without saving");
        });
        try {
            DurableFile.replace(file, PlanJson.write(plan).getBytes(StandardCharsets.UTF_8));
        } catch (DocumentException e) {
            throw new PlanException(
                    "the plan is not saved", file.toString(), e.getMessage(), "make the object simpler");
        } catch (IOException e) {
            throw new PlanException(
                    "the plan is not saved",
                    file.toString(),
                    DurableFile.reason(e),
                    "check the folder, your rights to it and the space that is left");
        }
    }

    /**
     * Read a plan; the file may be hostile.
     *
     * @throws PlanException if it cannot be read, or as {@link PlanJson#read} does
     */
    public static Plan read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Json.MAX_SIZE + 1);
            return PlanJson.read(file.toString(), bytes);
        } catch (IOException e) {
            throw new PlanException(
                    "the plan cannot be read",
                    file.toString(),
                    DurableFile.reason(e),
                    "check the path and your rights to it");
        }
    }
}
