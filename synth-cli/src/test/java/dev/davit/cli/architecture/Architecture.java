package dev.davit.cli.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beFinal;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** The rules, by the sentence that each of them holds. */
final class Architecture {
    /** What turns a definition into files or into a plan. */
    private static final String[] PURE = {
        "dev.davit",
        "dev.davit.violation",
        "dev.davit.model..",
        "dev.davit.check..",
        "dev.davit.document..",
        "dev.davit.schema..",
        "dev.davit.target..",
        "dev.davit.plan.."
    };

    private static final String[] SDK =
            Stream.concat(Stream.of(PURE), Stream.of("dev.davit.apply..")).toArray(String[]::new);
    private static final String[] PROVIDERS = {"dev.davit.render..", "dev.davit.k8s.."};

    /** All of the providers but what speaks with a live place, or is one. */
    private static final String[] PURE_PROVIDERS = {
        "dev.davit.render",
        "dev.davit.render.violation",
        "dev.davit.render.blueprint..",
        "dev.davit.render.importing..",
        "dev.davit.render.rule..",
        "dev.davit.k8s",
        "dev.davit.k8s.violation",
        "dev.davit.k8s.manifest..",
        "dev.davit.k8s.schema..",
        "dev.davit.k8s.effect..",
        "dev.davit.k8s.compare.."
    };

    private static final String[] BORROWED = {
        "tools.jackson..", "com.networknt..", "org.snakeyaml..", "picocli..", "java.util.logging..", "io.fabric8.."
    };

    /** Marks the lock file of the output folder, to see whether it is still the same; the mark is in no other file. */
    private static final String FOLDER_LOCK = "dev.davit.target.FolderLock";

    private Architecture() {}

    static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        arrows(rules);
        borrowed(rules);
        state(rules);
        purity(rules);
        applying(rules);
        return rules;
    }

    private static void arrows(Map<String, ArchRule> rules) {
        rules.put(
                "documents know nothing but documents",
                noClasses()
                        .that()
                        .resideInAPackage("dev.davit.document..")
                        .should()
                        .dependOnClassesThat(ours().and(not("dev.davit.document"))));
        rules.put(
                "schemas know documents alone",
                noClasses()
                        .that()
                        .resideInAPackage("dev.davit.schema..")
                        .should()
                        .dependOnClassesThat(
                                ours().and(not("dev.davit.document")).and(not("dev.davit.schema"))));
        rules.put(
                "what users write against, the model and the checks know no target",
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "dev.davit", "dev.davit.violation", "dev.davit.model..", "dev.davit.check..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.davit.target..", "dev.davit.schema..", "dev.davit.plan..", "dev.davit.apply.."));
        rules.put(
                "a plan knows neither a target nor who carries it out",
                noClasses()
                        .that()
                        .resideInAPackage("dev.davit.plan..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dev.davit.target..", "dev.davit.schema..", "dev.davit.apply.."));
        rules.put(
                "who carries out a plan knows no target",
                noClasses()
                        .that()
                        .resideInAPackage("dev.davit.apply..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dev.davit.target..", "dev.davit.schema.."));
        rules.put(
                "the SDK knows no provider and no command line",
                noClasses()
                        .that()
                        .resideInAnyPackage(SDK)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dev.davit.render..", "dev.davit.k8s..", "dev.davit.cli..", "picocli.."));
        rules.put("Render knows neither Kubernetes nor the command line", provider("render", "k8s"));
        rules.put("Kubernetes knows neither Render nor the command line", provider("k8s", "render"));
        rules.put(
                "no package is in a circle but those three that are one",
                slices().assignedFrom(new Units()).should().beFreeOfCycles());
    }

    private static ArchRule provider(String own, String other) {
        return noClasses()
                .that()
                .resideInAPackage("dev.davit." + own + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.davit." + other + "..", "dev.davit.cli..", "picocli..")
                .allowEmptyShould(true);
    }

    private static void borrowed(Map<String, ArchRule> rules) {
        rules.put(
                "text formats are read and written in one place",
                noClasses()
                        .that(ours().and(not("dev.davit.document")).and(not("dev.davit.schema")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("tools.jackson..", "com.networknt..", "org.snakeyaml.."));
        rules.put(
                "a Kubernetes client is known in one place",
                noClasses()
                        .that(ours().and(not("dev.davit.k8s.cluster")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.fabric8.."));
        rules.put("nobody logs", noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."));
        rules.put(
                "no command is read by reflection, which takes longer than a short command itself",
                noClasses()
                        .should()
                        .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("picocli..")
                                .and(DescribedPredicate.describe("are annotations", JavaClass::isAnnotation))));
        rules.put(
                "no library shows in the signatures of the API",
                classes().that().arePublic().and(not("dev.davit.cli")).should(new Signatures(BORROWED)));
        rules.put(
                "only the terminal knows the process's own streams",
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("dev.davit.cli.Terminal")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .callMethod(Throwable.class, "printStackTrace"));
    }

    private static void state(Map<String, ArchRule> rules) {
        rules.put(
                "there is no static state that changes",
                fields().that().areStatic().should(beFinal()));
        rules.put(
                "specs and value types never change",
                fields().that(new DescribedPredicate<JavaField>("belong to a spec or a value type") {
                            @Override
                            public boolean test(JavaField field) {
                                return isValue(field.getOwner()) && !isLazy(field);
                            }
                        })
                        .should(beFinal()));
    }

    private static boolean isValue(JavaClass type) {
        String name = type.getPackageName();
        boolean values = name.startsWith("dev.davit.model") || name.equals("dev.davit");
        return values && !type.getName().matches(".*(Builder|InitShim|\\.Infra|\\.TargetSettings|\\.Cycles)(\\$.*)?");
    }

    /** What Immutables computes on first use and keeps; it is the same whoever computes it. */
    private static boolean isLazy(JavaField field) {
        return field.getOwner().getSimpleName().startsWith("Immutable")
                && (field.getName().equals("lazyInitBitmap")
                        || field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.TRANSIENT));
    }

    private static void purity(Map<String, ArchRule> rules) {
        rules.put(
                "from the definition to the files there is no clock and no chance",
                noClasses()
                        .that()
                        .resideInAnyPackage(PURE)
                        .or()
                        .resideInAnyPackage(PURE_PROVIDERS)
                        .and()
                        .doNotHaveFullyQualifiedName(FOLDER_LOCK)
                        .should()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(UUID.class, "randomUUID")
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Random.class));
        rules.put(
                "from the definition to the files there is no network and no environment",
                noClasses()
                        .that()
                        .resideInAnyPackage(PURE)
                        .or()
                        .resideInAnyPackage(PURE_PROVIDERS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.net.http..")
                        .orShould()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.net\\.(Socket|ServerSocket|URLConnection|HttpURLConnection)")
                        .orShould()
                        .callMethod(System.class, "getenv")
                        .orShould()
                        .callMethod(System.class, "getenv", String.class));
    }

    private static void applying(Map<String, ArchRule> rules) {
        rules.put(
                "an apply is told the time by its ticker, and has no network of its own",
                noClasses()
                        .that()
                        .resideInAPackage("dev.davit.apply..")
                        .and()
                        .haveNameNotMatching("dev\\.davit\\.apply\\.Ticker(\\$.*)?")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(Thread.class, "sleep", long.class)
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAPackage("java.net.."));
    }

    private static DescribedPredicate<JavaClass> ours() {
        return JavaClass.Predicates.resideInAPackage("dev.davit..");
    }

    private static DescribedPredicate<JavaClass> not(String root) {
        return DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(root + ".."));
    }

    /** A builder fills a spec, a spec holds value types, and a definition brings rules: that unit has three packages. */
    private static final class Units implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName().replace(".violation", "");
            if (!name.startsWith("dev.davit")) {
                return SliceIdentifier.ignore();
            }
            if (type.getName().startsWith("dev.davit.cli.Main")) {
                // Makes all commands and hands them what all packages of the command line share; nothing may know it.
                return SliceIdentifier.of("entry point");
            }
            return name.matches("dev\\.davit(\\.model|\\.check)?")
                    ? SliceIdentifier.of("definition")
                    : SliceIdentifier.of(name);
        }

        @Override
        public String getDescription() {
            return "packages, the three of a definition as one";
        }
    }
}
