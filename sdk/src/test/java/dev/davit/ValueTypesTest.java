package dev.davit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Value types refuse at once what they cannot be, and write themselves as the Java that makes them. */
class ValueTypesTest {
    private static final String SHA = "a".repeat(64);
    private static final Model MODEL = Model.huggingFace("acme/tiny").revision("b".repeat(40));

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused(() -> Size.mib(-1), "Size.mib(-1) is out of range: give 1 to 8388607 (less than 8 TiB)"),
                refused(() -> Size.gib(8192), "Size.gib(8192) is out of range: give 1 to 8191 (less than 8 TiB)"),
                refused(() -> Cpu.cores(0), "Cpu.cores(0) is out of range: give 1 to 256"),
                refused(() -> Cpu.millis(256_001), "Cpu.millis(256001) is out of range: give 1 to 256000"),
                refused(
                        () -> Gpu.nvidia("L4 24GB"),
                        "Gpu.nvidia(\"L4 24GB\") is no product name: write letters, digits and dashes, such as \"L4\" or"
                                + " \"H100\""),
                refused(() -> Gpu.nvidia("L4").count(17), "Gpu.count(17) is out of range: give 1 to 16 per instance"),
                refused(() -> Scale.fixed(0), "Scale.fixed(0) is out of range: give 1 to 1000"),
                refused(() -> Scale.between(3, 2), "Scale.between(3, 2) is out of range: give 1 <= min <= max <= 1000"),
                refused(() -> Scale.fixed(1).cpu(101), "Scale.cpu(101) is out of range: give 1 to 100 percent"),
                refused(() -> Scale.fixed(1).memory(0), "Scale.memory(0) is out of range: give 1 to 100 percent"),
                refused(
                        () -> Scale.fixed(1).queueDepth(new JobQueue("q"), "celery", 0),
                        "Scale.queueDepth(..., 0) is out of range: give at least 1 job per instance"),
                refused(
                        () -> Disk.at("data", Size.gib(1)),
                        "Disk.at(\"data\", ...) is no folder to mount at: give an absolute path below /, such as"
                                + " \"/data\""),
                refused(
                        () -> Disk.at("/a/../b", Size.gib(1)),
                        "Disk.at(\"/a/../b\", ...) is no folder to mount at: give an absolute path below /, such as"
                                + " \"/data\""),
                refused(
                        () -> Disk.at("/data", Size.gib(1)).name("Data"),
                        "Disk.name(\"Data\") is no name: use up to 40 lower-case letters, digits and dashes"),
                refused(
                        () -> Health.http("healthz"),
                        "Health.http(\"healthz\") is no path: start it with / and percent-encode what is not plain"
                                + " ASCII"),
                refused(
                        () -> Health.tcp().liveness("/a b"),
                        "Health.liveness(\"/a b\") is no path: start it with / and percent-encode what is not plain"
                                + " ASCII"),
                refused(
                        () -> Health.tcp().startsWithin(Duration.ofHours(4)),
                        "Health.startsWithin(Duration.ofHours(4)) is out of range: give 1 second to 3 hours, in whole"
                                + " seconds"),
                refused(
                        () -> Health.tcp().startsWithin(Duration.ofMillis(1500)),
                        "Health.startsWithin(Duration.parse(\"PT1.5S\")) is out of range: give 1 second to 3 hours, in"
                                + " whole seconds"),
                refused(
                        () -> Image.of("has space"),
                        "Image.of(\"has space\") is no image reference: write registry/name:tag or"
                                + " registry/name@sha256:digest"),
                refused(
                        () -> Plan.of("Pro!"),
                        "Plan.of(\"Pro!\") is no plan: write it as in render.yaml, such as \"pro plus\" or \"2c-8g\""),
                refused(
                        () -> StaticContent.at("../up"),
                        "StaticContent.at(\"../up\") is no folder of the repository: give a relative path without ..,"
                                + " such as \"dist\""),
                refused(
                        () -> Model.huggingFace("qwen"),
                        "Model.huggingFace(\"qwen\") is no model repository: write owner/name as the Hub does"),
                refused(
                        () -> Model.huggingFace("acme/tiny").revision("main"),
                        "Model.revision(\"main\") can move: give the commit's 40 hexadecimal digits, listed under"
                                + " \"History\" on the model's page"),
                refused(
                        () -> MODEL.file("a.bin", "12", 1),
                        "Model.file(\"a.bin\", ...) has no SHA-256 digest: give 64 hexadecimal digits"),
                refused(
                        () -> MODEL.file("/etc/passwd", SHA, 1),
                        "Model.file(\"/etc/passwd\", ...) is no file of a repository: give a relative path without .."
                                + " and a size in bytes"),
                refused(
                        () -> MODEL.file("a.bin", SHA, Long.MAX_VALUE).file("b.bin", SHA, Long.MAX_VALUE),
                        "Model.file(\"a.bin\", ...) makes the files 8 TiB or more together: give each size in bytes"),
                refused(() -> Cron.of("* * * *"), cron("* * * *", "it has 4 fields")),
                refused(() -> Cron.of("a * * * *"), cron("a * * * *", "minute is \\\"a\\\"".replace("\\", ""))),
                refused(() -> Cron.daily(24, 0), cron("0 24 * * *", "hour goes from 0 to 23, not 24")),
                refused(() -> Cron.hourly(60), cron("60 * * * *", "minute goes from 0 to 59, not 60")),
                refused(() -> Cron.of("0 0 * * 8"), cron("0 0 * * 8", "day of week goes from 0 to 7, not 8")),
                refused(() -> Cron.of("30-10 * * * *"), cron("30-10 * * * *", "minute runs backwards in \"30-10\"")),
                refused(() -> Raw.set("spec", 1), "the path \"spec\" does not begin with \"/\": write \"/spec\""),
                refused(
                        () -> Raw.add("/a//b", 1),
                        "the path \"/a//b\" has an empty step: remove the \"/\" that is too many"),
                refused(
                        () -> Raw.set("/a", new JobQueue("jobs").url()),
                        "Raw.set(\"/a\", ...): a document holds text, booleans, finite numbers, maps and lists, not"
                                + " dev.davit.Reference"),
                refused(
                        () -> Raw.set("/a", Double.NaN),
                        "Raw.set(\"/a\", ...): a document holds text, booleans, finite numbers, maps and lists, not a"
                                + " number that is not finite"),
                refused(
                        () -> Raw.add("/a", Map.of(1, "x")),
                        "Raw.add(\"/a\", ...): a key of a document is text, not java.lang.Integer"),
                refused(() -> Raw.set("/a", nested(100)), "Raw.set(\"/a\", ...): a value has at most 100 levels"),
                refused(
                        () -> Raw.set("/a", List.of("\ud83d")),
                        "Raw.set(\"/a\", ...): /value/0 of document 1: the text holds \\ud83d alone at character 1:"
                                + " half of a surrogate pair has no encoding, so no YAML reader gives it back; remove"
                                + " it, or write the pair in full"));
    }

    private static Object nested(int lists) {
        Object value = "end";
        for (int i = 0; i < lists; i++) {
            value = List.of(value);
        }
        return value;
    }

    private static String cron(String expression, String why) {
        return "Cron.of(\"" + expression + "\") is no schedule: " + why
                + "; write minute, hour, day of month, month and day of week, such as \"0 3 * * 1\"";
    }

    private static Arguments refused(Supplier<?> call, String message) {
        return Arguments.of(message, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void a_value_type_refuses_at_once(String message, Supplier<?> call) {
        assertThatThrownBy(call::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(Size.mib(1536), "Size.mib(1536)"),
                Arguments.of(Cpu.millis(1000), "Cpu.cores(1)"),
                Arguments.of(Cpu.millis(250), "Cpu.millis(250)"),
                Arguments.of(
                        Gpu.nvidia("H100").memory(Size.gib(80)).count(2),
                        "Gpu.nvidia(\"H100\").memory(Size.gib(80)).count(2)"),
                Arguments.of(Scale.fixed(3), "Scale.fixed(3)"),
                Arguments.of(
                        Scale.between(1, 9).cpu(60).memory(70).queueDepth(new JobQueue("my-jobs"), "rq:\"x\"", 5),
                        "Scale.between(1, 9).cpu(60).memory(70).queueDepth(myJobs, \"rq:\\\"x\\\"\", 5)"),
                Arguments.of(Disk.at("/d", Size.gib(1)).name("db"), "Disk.at(\"/d\", Size.gib(1)).name(\"db\")"),
                Arguments.of(
                        Health.http("/h").startsWithin(Duration.ofMinutes(2)).liveness("/l"),
                        "Health.http(\"/h\").startsWithin(Duration.ofMinutes(2)).liveness(\"/l\")"),
                Arguments.of(Health.tcp(), "Health.tcp()"),
                Arguments.of(Image.of("a/b:1").credential("hub"), "Image.of(\"a/b:1\").credential(\"hub\")"),
                Arguments.of(
                        Dockerfile.at("Dockerfile")
                                .context("app")
                                .repo("https://x/y")
                                .branch("b")
                                .rootDir("r"),
                        "Dockerfile.at(\"Dockerfile\").context(\"app\").repo(\"https://x/y\").branch(\"b\").rootDir(\"r\")"),
                Arguments.of(
                        NativeRuntime.go("1.24")
                                .build("go build")
                                .start("./app")
                                .paths("a/**", "b")
                                .ignoring("*.md"),
                        "NativeRuntime.go(\"1.24\").build(\"go build\").start(\"./app\").paths(\"a/**\","
                                + " \"b\").ignoring(\"*.md\")"),
                Arguments.of(Cron.daily(3, 0), "Cron.of(\"0 3 * * *\")"),
                Arguments.of(Plan.PRO_PLUS, "Plan.of(\"pro plus\")"),
                Arguments.of(
                        MODEL.size(Size.gib(1)),
                        "Model.huggingFace(\"acme/tiny\").revision(\"" + "b".repeat(40) + "\").size(Size.gib(1))"),
                Arguments.of(Raw.set("/spec/a~1b", 1), "Raw.set(\"/spec/a~1b\", ...)"),
                Arguments.of(Raw.remove("/spec/x"), "Raw.remove(\"/spec/x\")"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("texts")
    void a_value_type_is_written_as_the_java_that_makes_it(Object value, String java) {
        assertThat(value).hasToString(java);
    }
}
