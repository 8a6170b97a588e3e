package io.rollouthub.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The rules of the domain are a function of what they are given: no Kafka, no I/O, no clock, no logger. */
@Execution(ExecutionMode.CONCURRENT)
class DomainPurityTest {
    private static final String DOMAIN = "io.rollouthub.domain..";
    private static final String FORECAST = "io.rollouthub.domain.forecast";
    private static final String STATISTICS = "org.apache.commons.numbers..";

    @Test
    void theDomainUsesJavaItselfTheRecordsAndTheSharedViewOfAnEvent() {
        check(classes()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(House.GENERATED)
                        .or(resideInAnyPackage(
                                "java..",
                                DOMAIN,
                                "io.rollouthub.report..",
                                "io.rollouthub.entry..",
                                "org.jspecify.annotations"))
                        .or(nameMatching("io\\.rollouthub\\.check\\.(ThresholdRanges|ProgrammeFormat)"))
                        .or(nameMatching("org\\.apache\\.avro\\.specific\\.SpecificRecord"))
                        .or(nameMatching("org\\.apache\\.avro\\.Schema(\\$Field)?"))
                        .or(resideInAPackage(STATISTICS))));
    }

    @Test
    void statisticsAreTheForecastsBusinessAlone() {
        check(domain().and()
                .resideOutsideOfPackage(FORECAST)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(STATISTICS));
    }

    @Test
    void theDomainReadsAndWritesNothing() {
        check(domain().should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio..", "java.net.."));
    }

    @Test
    void theDomainHasNoClockAndNoChance() {
        check(domain().should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(Clock|InstantSource)|java\\.lang\\.(System|Thread|Runtime)"
                        + "|java\\.util\\.(Date|Calendar|Random|UUID|TimeZone|Timer)|java\\.util\\.concurrent\\..*"));
        check(domain().should()
                .accessTargetWhere(describe(
                        "asks for the time, the place or a random number", DomainPurityTest::asksForWhatNobodyGave)));
    }

    @Test
    void theDomainLogsNothing() {
        check(domain().should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.util.logging..", "ch.qos.logback.."));
    }

    private static boolean asksForWhatNobodyGave(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("java.")
                && access.getTarget().getName().matches("now|systemDefault|getDefault|random");
    }

    private static GivenClassesConjunction domain() {
        return noClasses().that().resideInAPackage(DOMAIN);
    }

    private static void check(ArchRule rule) {
        rule.check(House.classes());
    }
}
