package dev.davit.cli.fault.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.Child;
import dev.davit.cli.Shell;
import dev.davit.render.sandbox.Availability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says that users feel is what they feel: the sandbox knows of each second whether somebody answered. */
@Tag("slow-render")
class AvailabilityTest {
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\s*(?:s|to|-|–)+\\s*(?:to )?(\\d+) s");

    @TempDir
    private Path scratch;

    private Shell shell;

    private void define(String image, String more) throws Exception {
        Files.writeString(shell.work().resolve("Shop.java"), """
                import dev.davit.*;

                class Shop implements Definition {
                  @Override public void define(Infra infra) {
                    infra.webService("web", Image.of("ghcr.io/acme/web:%s"), %s);
                    infra.deployTo(Render.region(Region.OREGON));
                  }
                }
                """.formatted(image, more));
    }

    @Test
    void with_two_instances_and_a_check_somebody_answers_in_every_second() throws Exception {
        shell = new Shell(scratch);
        String start = "w -> w.health(Health.http(\"/healthz\"))";
        try (Harbour harbour = new Harbour(shell)) {
            define("1.0.0", start + ".scale(Scale.fixed(2))");
            harbour.davit(0, "apply Shop.java --yes");
            String web = harbour.service("web");
            for (String next : List.of(
                    "1.1.0 .scale(Scale.fixed(2))",
                    "1.1.0 .scale(Scale.fixed(2)).env(\"MODE\", \"new\")",
                    "1.1.0 .scale(Scale.fixed(2)).env(\"MODE\", \"new\").memory(Size.gib(4)).cpu(Cpu.cores(2))",
                    "1.1.0 .scale(Scale.fixed(4)).env(\"MODE\", \"new\").memory(Size.gib(4)).cpu(Cpu.cores(2))",
                    "1.2.0 .scale(Scale.fixed(2)).env(\"MODE\", \"newer\")")) {
                String[] parts = next.split(" ", 2);
                define(parts[0], start + parts[1]);
                harbour.davit(0, "apply Shop.java --yes --max-effect rolling");
            }
            Availability seen = harbour.sandbox().availability(web);
            assertThat(seen.wasUp()).isTrue();
            assertThat(seen.secondsDown()).isZero();
            assertThat(seen.healthy()).isEqualTo(2);
            harbour.isAtItsGoal("shop", "here");
        }
    }

    @Test
    void with_a_disk_the_plan_says_for_how_long_nobody_will_answer() throws Exception {
        shell = new Shell(scratch);
        String disk = "Disk.at(\"/data\", Size.gib(10)), w -> w.health(Health.http(\"/healthz\"))";
        try (Harbour harbour = new Harbour(shell)) {
            define("1.0.0", disk);
            harbour.davit(0, "apply Shop.java --yes");
            define("1.1.0", disk);
            Child.Result plan = harbour.davit(0, "plan Shop.java");
            assertThat(plan.out()).contains("restart", "a disk belongs to one instance");
            Matcher range = RANGE.matcher(plan.out());
            assertThat(range.find()).as(plan.out()).isTrue();
            harbour.davit(3, "apply Shop.java --yes --max-effect rolling");
            harbour.davit(0, "apply Shop.java --yes");
            assertThat(harbour.sandbox()
                            .availability(harbour.service("web"))
                            .down()
                            .toSeconds())
                    .isBetween(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
        }
    }
}
