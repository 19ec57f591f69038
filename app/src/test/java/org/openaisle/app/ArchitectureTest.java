package org.openaisle.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house of docs/architecture.md: arrows point down only, and what is to be plain Java is plain Java. */
class ArchitectureTest {
    private static final JavaClasses ALL =
            new ClassFileImporter(Set.of(new ImportOption.DoNotIncludeTests())).importPackages("org.openaisle");

    private static final String[] PLAIN = {
        "org.openaisle.model..", "org.openaisle.recording..", "org.openaisle.engine..", "org.openaisle.simulator.."
    };

    @Test
    void arrowsPointDownOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy("org.openaisle.model..")
                .layer("recording")
                .definedBy("org.openaisle.recording..")
                .layer("engine")
                .definedBy("org.openaisle.engine..")
                .layer("simulator")
                .definedBy("org.openaisle.simulator..")
                .layer("evaluation")
                .definedBy("org.openaisle.evaluation..")
                .layer("platform")
                .definedBy("org.openaisle.platform..")
                .layer("app")
                .definedBy("org.openaisle.app..")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("platform")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("evaluation")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("evaluation", "app")
                .whereLayer("simulator")
                .mayOnlyBeAccessedByLayers("evaluation", "app")
                .whereLayer("recording")
                .mayOnlyBeAccessedByLayers("evaluation", "app")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("recording", "engine", "simulator", "evaluation", "platform", "app")
                .check(ALL);
    }

    @Test
    void onlyThePlatformKnowsSpring() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.openaisle.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("a recording is replayed without a single download of the platform's")
                .check(ALL);
    }

    /** The policies of the database hold by what {@code Transactions} says to it: nobody else opens a transaction. */
    @Test
    void onlyOnePlaceInThePlatformOpensTransactions() {
        noClasses()
                .that(resideInAPackage("org.openaisle.platform.."))
                .and()
                .resideOutsideOfPackage("org.openaisle.platform.database")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.transaction..")
                .check(ALL);
    }

    @Test
    void theEnginesPartsFormNoCircles() {
        slices().matching("org.openaisle.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ALL);
    }

    @Test
    void modelEngineAndSimulatorArePlainJava() {
        classes()
                .that(resideInAnyPackage(
                        "org.openaisle.model..", "org.openaisle.engine..", "org.openaisle.simulator.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java.lang",
                        "java.lang.runtime",
                        "java.lang.invoke",
                        "java.io",
                        "java.util",
                        "java.util.function",
                        "java.util.random",
                        "java.util.stream",
                        "org.jspecify.annotations",
                        "org.openaisle.."))
                .because("they must run anywhere that Java runs, and read as what they compute")
                .check(ALL);
    }

    @Test
    void recordingKnowsFilesAndNothingElseBeyondPlainJava() {
        classes()
                .that(resideInAPackage("org.openaisle.recording.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java.lang",
                        "java.lang.runtime",
                        "java.lang.invoke",
                        "java.io",
                        "java.nio..",
                        "java.time",
                        "java.util",
                        "java.util.function",
                        "java.util.stream",
                        "com.fasterxml.jackson.core..",
                        "com.github.luben.zstd..",
                        "org.jspecify.annotations",
                        "org.openaisle.."))
                .check(ALL);
    }

    @Test
    void noClockNoThreadNoChanceInThePlainModules() {
        noClasses()
                .that(resideInAnyPackage(PLAIN))
                .should(call("a clock, a thread, the console, identity or chance", access -> {
                    String owner = access.getTargetOwner().getFullName();
                    String name = access.getTarget().getName();
                    return switch (owner) {
                        case "java.lang.System" ->
                            Set.of("currentTimeMillis", "nanoTime", "identityHashCode", "out", "err")
                                    .contains(name);
                        case "java.lang.Thread", "java.time.Clock", "java.util.Timer", "java.util.UUID" -> true;
                        case "java.lang.Math" -> name.equals("random");
                        case "java.util.Random" -> {
                            boolean unseeded = access.getTarget().getFullName().endsWith("<init>()");
                            yield name.equals("<init>") && unseeded;
                        }
                        case "java.util.Collections" ->
                            name.equals("shuffle")
                                    && access.getTarget().getFullName().endsWith("(java.util.List)");
                        default -> owner.startsWith("java.time.") && name.equals("now");
                    };
                }))
                .because("the same recording gives the same decisions, byte for byte")
                .check(ALL);
    }

    @Test
    void whatDecidesIsComputedAlikeOnEveryMachine() {
        Set<String> exact = Set.of(
                "abs",
                "max",
                "min",
                "sqrt",
                "floor",
                "ceil",
                "rint",
                "round",
                "signum",
                "fma",
                "clamp",
                "floorDiv",
                "floorMod",
                "toIntExact",
                "addExact",
                "multiplyExact",
                "subtractExact",
                "copySign",
                "ulp",
                "toRadians",
                "toDegrees",
                "scalb",
                "getExponent",
                "ceilDiv",
                "absExact",
                "nextUp",
                "nextDown",
                "multiplyHigh");
        noClasses()
                .that(resideInAnyPackage("org.openaisle.model..", "org.openaisle.engine.."))
                .should(call(
                        "Math where machines may differ in the last digit",
                        access -> access.getTargetOwner().getFullName().equals("java.lang.Math")
                                && !exact.contains(access.getTarget().getName())))
                .because("StrictMath gives the same digits everywhere")
                .check(ALL);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveSimpleNameEndingWith("Impl").check(ALL);
        noClasses().should().haveSimpleNameEndingWith("Manager").check(ALL);
        noClasses().should().haveSimpleNameEndingWith("Helper").check(ALL);
        noClasses().should().haveNameMatching(".*Utils?").check(ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should(new ArchCondition<JavaClass>("live in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                item, marked, item.getPackageName() + " has no @NullMarked package-info"));
                    }
                })
                .check(ALL);
    }

    @Test
    void whatCanBeWrittenDownHasAVersion() {
        classes()
                .that(new DescribedPredicate<JavaClass>("are serializable classes of their own") {
                    @Override
                    public boolean test(JavaClass c) {
                        return c.isAssignableTo(Serializable.class)
                                && !c.isInterface()
                                && !c.isRecord()
                                && !c.isEnum()
                                && !c.isAnonymousClass()
                                && !c.getModifiers().contains(JavaModifier.ABSTRACT)
                                && !isEnumConstant(c);
                    }
                })
                .should(new ArchCondition<JavaClass>("have a serialVersionUID") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean has = item.tryGetField("serialVersionUID").isPresent();
                        events.add(new SimpleConditionEvent(item, has, item.getName() + " has no serialVersionUID"));
                    }
                })
                .because("a snapshot of another version has to be refused, not misread")
                .check(ALL);
    }

    private static boolean isEnumConstant(JavaClass c) {
        return c.getRawSuperclass().map(JavaClass::isEnum).orElse(false);
    }

    private static ArchCondition<JavaClass> call(String what, java.util.function.Predicate<JavaAccess<?>> banned) {
        return new ArchCondition<>("use " + what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaAccess<?> access : item.getAccessesFromSelf()) {
                    if (banned.test(access)) {
                        events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
                    }
                }
            }
        };
    }
}
