package io.rollouthub.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Arrows between modules, layers and packages, in the whole house. */
class ModulesTest {
    private static final String DOMAIN = "io.rollouthub.domain..";
    private static final String TOPOLOGY = "io.rollouthub.topology..";
    private static final String RUNTIME = "io.rollouthub.runtime..";
    private static final String STREAMS_APP = "streams-app";

    /** Which modules each uses, and with them what these use; CONTRIBUTING.md has the same. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("registry-client", Set.of()),
            Map.entry("schemas", Set.of("registry-client")),
            Map.entry("testkit", Set.of("schemas")),
            Map.entry("producers", Set.of("schemas")),
            Map.entry("reader", Set.of("schemas")),
            Map.entry(STREAMS_APP, Set.of("reader")),
            Map.entry("explain", Set.of("reader", STREAMS_APP)),
            Map.entry("console", Set.of("reader", "explain")),
            Map.entry("embedded", Set.of("reader")),
            Map.entry("connectors", Set.of("schemas")),
            Map.entry("hub", Set.of("producers", "console", "embedded")));

    @Test
    void everyModuleIsSeenAndUsesWhatItMayUseAlone() {
        Map<String, ? extends Set<String>> arrows = House.arrows();

        assertThat(arrows.keySet()).isEqualTo(ARROWS.keySet());
        arrows.forEach((module, used) ->
                assertThat(used).as(module).isSubsetOf(reachable(module).toList()));
    }

    private static Stream<String> reachable(String module) {
        return Objects.requireNonNull(ARROWS.get(module)).stream()
                .flatMap(used -> Stream.concat(Stream.of(used), reachable(used)));
    }

    @Test
    void nothingThatIsShippedUsesTheBench() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage("io.rollouthub.bench.."));
    }

    @Test
    void packagesDoNotGoInCircles() {
        check(slices().matching("io.rollouthub.(**)").should().beFreeOfCycles());
    }

    @Test
    void noArrowLeadsBackFromTheDomainToTheTopologyOrFromItToTheRuntime() {
        check(noClasses()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TOPOLOGY, RUNTIME));
        check(noClasses()
                .that()
                .resideInAPackage(TOPOLOGY)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(RUNTIME));
    }

    @Test
    void theRulesAndTheFlowsDoNotReadKafkaThemselves() {
        check(noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, TOPOLOGY)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.rollouthub.reader.."));
    }

    @Test
    void stateIsKeptInStreamsAppAlone() {
        check(noClasses()
                .that(describe("are in another module", type -> !isOf(STREAMS_APP, type)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka.streams.state..", "org.apache.kafka.streams.processor.."));
    }

    @Test
    void theRegistrysClientIsKnownByOneClassAlone() {
        check(noClasses()
                .that()
                .haveNameNotMatching("io\\.rollouthub\\.registry\\.SchemaRegistry(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.flink.."));
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that().areStatic().should().beFinal());
        check(noFields()
                .that()
                .areStatic()
                .and()
                .arePublic()
                .should()
                .haveRawType(describe("an array", JavaClass::isArray)));
    }

    private static boolean isOf(String module, JavaClass type) {
        return module.equals(House.moduleOf(type));
    }

    private static void check(ArchRule rule) {
        rule.check(House.classes());
    }
}
