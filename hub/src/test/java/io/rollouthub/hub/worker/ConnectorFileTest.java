package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.topic.Prefix;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aConfigurationIsJsonAsConnectTakesItOrFlatOrProperties() throws IOException {
        write(
                "a.json",
                "{\"name\": \"first\", \"config\": {\"connector.class\": \"C\", \"tasks.max\": 2, \"x\": true}}");
        write("b.json", "{\"connector.class\": \"C\"}");
        write("c.properties", "name=third\nconnector.class=C\nfile=a\\\\b\n");
        write("notes.txt", "not one");

        assertThat(ConnectorFile.in(folder))
                .containsExactly(
                        new ConnectorFile(
                                folder.resolve("a.json"),
                                "first",
                                Map.of("connector.class", "C", "tasks.max", "2", "x", "true")),
                        new ConnectorFile(folder.resolve("b.json"), "b", Map.of("connector.class", "C")),
                        new ConnectorFile(
                                folder.resolve("c.properties"),
                                "third",
                                Map.of("connector.class", "C", "file", "a\\b")));
    }

    @Test
    void whatCannotBeUsedIsToldWithFileAndPlace() throws IOException {
        assertMistake("{\"connector.class\": \"C\",\n \"x\" 1}", "x.json, line 2: this is no JSON (");
        assertMistake("[]", "x.json: expected {\"name\": …, \"config\": {…}} or the configuration itself");
        assertMistake("{\"tasks.max\": 1}", "x.json: connector.class is missing");
        assertMistake(
                "{\"connector.class\": \"C\", \"topics\": [\"a\"]}",
                "x.json: topics: expected text, a number, true or false, but this is [\"a\"]");
    }

    @Test
    void twoFilesOfOneConnectorAreAMistake() throws IOException {
        write("a.json", "{\"name\": \"b\", \"connector.class\": \"C\"}");
        write("b.json", "{\"connector.class\": \"C\"}");

        assertThatThrownBy(() -> ConnectorFile.in(folder))
                .isInstanceOf(RolloutException.class)
                .hasMessageContaining("a.json and ")
                .hasMessageContaining("are both of a connector 'b'");
    }

    @Test
    void theReadyConfigurationsCanBeReadAndNameTheHubsTopics() {
        List<ConnectorFile> ready = ConnectorFile.in(Path.of("../connectors/config"));

        assertThat(ready).extracting(ConnectorFile::name).contains("postgresql", "postgresql-transitions");
        List<String> topics = Topics.OUTPUTS.stream().map(Topic::name).toList();
        for (ConnectorFile file : ready) {
            String read = file.config()
                    .getOrDefault("topics", "")
                    .replace("${prefix}", Prefix.own().text());
            assertThat(Arrays.stream(read.split(",", -1)).filter(topic -> !topic.isEmpty()))
                    .as(file.name())
                    .allMatch(topic -> topics.contains(topic)
                            || SupplierTopics.ALL_IN.matcher(topic).matches());
        }
    }

    private void assertMistake(String json, String message) throws IOException {
        write("x.json", json);
        assertThatThrownBy(() -> ConnectorFile.in(folder))
                .isInstanceOf(RolloutException.class)
                .hasMessageContaining(message);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
