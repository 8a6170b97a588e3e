package io.rollouthub.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceConfigTest {
    private static final String MAPPING = """
            supplier: acme
            zone: UTC
            events: { record: Type, fields: { cluster: Region } }
            """;

    @TempDir
    private Path dir;

    @Test
    void whatIsMissingIsNamed() {
        assertThat(mistakes(Map.of()))
                .containsExactly(
                        "Missing required configuration \"folder\" which has no default value.",
                        "Missing required configuration \"mapping.file\" which has no default value.");
    }

    @Test
    void whatIsOutOfRangeIsNamed() throws IOException {
        assertThat(mistakes(settings(Map.of("batch.rows", "0", "poll.interval.ms", "5"))))
                .containsExactly(
                        "Invalid value 5 for configuration poll.interval.ms: Value must be at least 10",
                        "Invalid value 0 for configuration batch.rows: Value must be at least 1");
    }

    @Test
    void aFolderThatIsNoneIsNamed() throws IOException {
        assertThat(mistakes(settings(Map.of("folder", dir.resolve("no").toString()))))
                .containsExactly("folder: there is no folder " + dir.resolve("no")
                        + " that the worker may write to; create it, or mend its permissions");
    }

    @Test
    void theMistakesOfTheMappingAreToldBeforeAnythingRuns() throws IOException {
        Path mapping = Files.writeString(dir.resolve("bad.yaml"), "supplier: acme\nzone: UTC\n");

        assertThat(mistakes(settings(Map.of("mapping.file", mapping.toString()))))
                .containsExactly("mapping.file: " + mapping
                        + ":1: give either sheet, for a row per site with its dates, or events, for a row per event");
    }

    @Test
    void aSupplierThatTheProgrammeLacksIsNamed() throws IOException {
        Path programme = Files.writeString(dir.resolve("programme.yaml"), """
                programme: p
                name: P
                zone: UTC
                clusters: { east: East }
                suppliers: { bolt: { name: Bolt, clusters: [east] } }
                """);

        assertThat(mistakes(settings(Map.of("programme.file", programme.toString()))))
                .containsExactly("mapping.file: supplier acme is not in the programme of programme.file");
        assertThatThrownBy(() -> new CsvSourceConfig(settings(
                                Map.of("programme.file", dir.resolve("no.yaml").toString())))
                        .mapping(InstantSource.system()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("programme.file: " + dir.resolve("no.yaml") + ": there is no such file. ");
    }

    @Test
    void itIsExactlyOnceWithOneTask() throws IOException {
        CsvSourceConnector connector = new CsvSourceConnector();
        connector.start(settings(Map.of()));

        assertThat(mistakes(settings(Map.of()))).isEmpty();
        assertThat(connector.exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
        assertThat(connector.taskConfigs(5)).hasSize(1);
    }

    private Map<String, String> settings(Map<String, String> others) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("folder", dir.toString());
        settings.put(
                "mapping.file",
                Files.writeString(dir.resolve("m.yaml"), MAPPING).toString());
        settings.putAll(others);
        return settings;
    }

    private static List<String> mistakes(Map<String, String> settings) {
        return new CsvSourceConnector()
                .validate(settings).configValues().stream()
                        .map(ConfigValue::errorMessages)
                        .flatMap(List::stream)
                        .toList();
    }
}
