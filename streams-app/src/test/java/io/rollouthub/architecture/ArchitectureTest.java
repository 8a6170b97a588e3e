package io.rollouthub.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Arrows between modules and layers: registry-client, schemas, producers; domain, topology, runtime. */
class ArchitectureTest {
    private static final String DOMAIN = "io.rollouthub.domain..";
    private static final String TOPOLOGY = "io.rollouthub.topology..";
    private static final String RUNTIME = "io.rollouthub.runtime..";
    private static final String KAFKA_STREAMS = "org.apache.kafka.streams..";

    /** The packages of the module schemas, and what stands below it. */
    private static final String[] SCHEMAS = {
        "io.rollouthub.failure..",
        "io.rollouthub.check..",
        "io.rollouthub.report..",
        "io.rollouthub.entry..",
        "io.rollouthub.text..",
        "io.rollouthub.jsonl..",
        "io.rollouthub.programmefile..",
        "io.rollouthub.yamlfile..",
        "io.rollouthub.serde..",
        "io.rollouthub.topic..",
        "io.rollouthub.event..",
        "io.rollouthub.journal..",
        "io.rollouthub.output..",
        "io.rollouthub.programme.."
    };

    @Test
    void everyLayerIsSeenByTheseRules() {
        for (String layer : Stream.concat(Stream.of(SCHEMAS), Stream.of(DOMAIN, TOPOLOGY, RUNTIME))
                .toList()) {
            assertThat(OurClasses.ALL.containPackage(layer.replace("..", "")))
                    .as(layer)
                    .isTrue();
        }
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
    void packagesOfTheDomainDoNotGoInCircles() {
        check(slices().matching("io.rollouthub.domain.(*)..").should().beFreeOfCycles());
    }

    @Test
    void whatSuppliersAndOthersShareKnowsNothingOfKafkaStreamsAndOfTheApplication() {
        check(noClasses()
                .that()
                .resideInAnyPackage(SCHEMAS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(KAFKA_STREAMS, DOMAIN, TOPOLOGY, RUNTIME, "io.rollouthub.state.."));
        check(noClasses()
                .that()
                .resideInAnyPackage(SCHEMAS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.rollouthub.producer..", "io.rollouthub.reader.."));
    }

    @Test
    void theRegistrysClientKnowsNothingOfUsAndIsKnownByOneClassAlone() {
        check(noClasses()
                .that()
                .resideInAPackage("io.rollouthub.registry..")
                .should()
                .dependOnClassesThat(describe(
                        "are of another package of ours, but for failures",
                        type -> type.getPackageName().startsWith("io.rollouthub")
                                && !type.getPackageName().equals("io.rollouthub.failure")
                                && !type.getPackageName().startsWith("io.rollouthub.registry"))));
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
                .haveRawType(
                        com.tngtech.archunit.base.DescribedPredicate.describe("an array", type -> type.isArray())));
    }

    private static void check(ArchRule rule) {
        rule.check(OurClasses.ALL);
    }
}
