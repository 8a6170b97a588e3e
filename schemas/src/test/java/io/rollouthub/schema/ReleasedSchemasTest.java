package io.rollouthub.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {
    /** Full names of schemas that no release has had yet. */
    private static final Set<String> NEW = Set.of(
            "io.rollouthub.journal.AuditEntry",
            "io.rollouthub.journal.GivenRights",
            "io.rollouthub.journal.JournalShape",
            "io.rollouthub.journal.Parked",
            "io.rollouthub.output.Verdict",
            "io.rollouthub.output.VerdictsTold",
            "io.rollouthub.journal.PassedOver",
            "io.rollouthub.output.Forecast",
            "io.rollouthub.output.JudgedUpTo",
            "io.rollouthub.output.NextTimer",
            "io.rollouthub.output.Progress",
            "io.rollouthub.output.SupplierRecord",
            "io.rollouthub.output.Told");

    private static final Path RELEASED = Path.of("released");
    private static final String HOW_TO_RELEASE = "To release the schemas as they are, run mvn -pl schemas -am test"
            + " -Dtest=ReleasedSchemasTest -Dsurefire.failIfNoSpecifiedTests=false -Drollout.release=<version>"
            + " and commit schemas/released/<version>; never edit an older release.";

    private final SortedMap<String, Schema> current = CurrentSchemas.byName();

    static Stream<Path> releasedCopies() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static String nameOf(Path copy) {
        return copy.getFileName().toString().replaceAll("\\.avsc$", "");
    }

    @ParameterizedTest
    @MethodSource("releasedCopies")
    void everyCurrentSchemaReadsEveryReleasedOne(Path copy) throws IOException {
        assertThat(current)
                .as("%s was released and must stay, or old data cannot be read.", copy)
                .containsKey(nameOf(copy));
        Schema released = new Schema.Parser().parse(copy.toFile());

        assertThat(Compatibility.problems(current.getOrDefault(nameOf(copy), released), released))
                .as(
                        "%s can no longer be read as it was meant. Add fields with defaults instead of changing them.",
                        copy)
                .isEmpty();
    }

    @Test
    void everySchemaIsReleasedOrNamedAsNew() throws IOException {
        Set<String> released =
                new TreeSet<>(releasedCopies().map(ReleasedSchemasTest::nameOf).toList());
        Set<String> unreleased = new TreeSet<>(current.keySet());
        unreleased.removeAll(released);

        assertThat(unreleased)
                .as("Schemas without a released copy are named in NEW, and only they. %s", HOW_TO_RELEASE)
                .isEqualTo(new TreeSet<>(NEW));
    }

    @Test
    @EnabledIfSystemProperty(named = "rollout.release", matches = "\\d+\\.\\d+\\.\\d+")
    void releasesTheSchemasAsTheyAre() throws IOException {
        Path release = Files.createDirectories(RELEASED.resolve(System.getProperty("rollout.release")));
        for (Schema schema : current.values()) {
            Files.writeString(release.resolve(schema.getFullName() + ".avsc"), schema.toString(true) + "\n");
        }
    }
}
