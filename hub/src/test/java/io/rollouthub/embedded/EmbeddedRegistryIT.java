package io.rollouthub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rollouthub.registry.IncompatibleSchemaException;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.registry.UnknownSchemaException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {
    private static final String WITH_TEXT = record("{\"name\":\"count\",\"type\":\"string\"}");
    private static final String WITHOUT = record("");
    private static final String WITH_NUMBER = record("{\"name\":\"count\",\"type\":\"int\",\"default\":0}");

    @TempDir
    private Path dir;

    @Test
    void refusesASchemaThatCouldNotReadAllThatWasWritten() {
        try (EmbeddedRegistry server = EmbeddedRegistry.start(RegistryProgram.jar(), dir, 0);
                SchemaRegistry registry = SchemaRegistry.at(server.url(), Map.of())) {
            int id = registry.register("subject", WITH_TEXT);
            assertThat(registry.schemaOf(id)).isEqualTo(WITH_TEXT);
            registry.register("subject", WITHOUT);

            // It can read the latest schema, but not the one before.
            assertThatThrownBy(() -> registry.register("subject", WITH_NUMBER))
                    .isInstanceOf(IncompatibleSchemaException.class);
            assertThatThrownBy(() -> registry.idOf("subject", WITH_NUMBER)).isInstanceOf(UnknownSchemaException.class);
        }
    }

    @Test
    void keepsSchemasAndIdsOverARestart() {
        int id;
        try (EmbeddedRegistry server = EmbeddedRegistry.start(RegistryProgram.jar(), dir, 0);
                SchemaRegistry registry = SchemaRegistry.at(server.url(), Map.of())) {
            registry.register("other", WITHOUT);
            id = registry.register("subject", WITH_TEXT);
        }

        try (EmbeddedRegistry server = EmbeddedRegistry.start(RegistryProgram.jar(), dir, 0);
                SchemaRegistry registry = SchemaRegistry.at(server.url(), Map.of())) {
            assertThat(registry.idOf("subject", WITH_TEXT)).isEqualTo(id);
            assertThat(registry.schemaOf(id)).isEqualTo(WITH_TEXT);
            assertThatThrownBy(() -> registry.register("subject", WITH_NUMBER))
                    .isInstanceOf(IncompatibleSchemaException.class);
        }
    }

    @Test
    void leavesCtrlCToItsParent() throws Exception {
        Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
        try (EmbeddedRegistry server = EmbeddedRegistry.start(RegistryProgram.jar(), dir, 0)) {
            List<ProcessHandle> children = ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .toList();
            assertThat(children).hasSize(1);

            // A terminal sends it to every process that was started from it.
            String pid = Long.toString(children.get(0).pid());
            assertThat(new ProcessBuilder("kill", "-INT", pid).start().waitFor())
                    .isZero();

            await().during(Duration.ofMillis(500)).until(children.get(0)::isAlive);
            try (SchemaRegistry registry = SchemaRegistry.at(server.url(), Map.of())) {
                registry.register("subject", WITHOUT);
            }
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (ServerSocketChannel taken = Loopback.bind("test", Loopback.address(0))) {
            assertThatThrownBy(() -> EmbeddedRegistry.start(RegistryProgram.jar(), dir, Loopback.portOf(taken)))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining(
                            "Port " + Loopback.portOf(taken) + " of 127.0.0.1, meant for the schema registry");
        }
    }

    @Test
    void saysWhyTheChildDied() throws Exception {
        Files.writeString(dir.resolve("registry.mv.db"), "no database");

        assertThatThrownBy(() -> EmbeddedRegistry.start(RegistryProgram.jar(), dir, 0))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageStartingWith("The schema registry ended at its start. Its log, " + dir)
                .hasMessageContaining("registry.mv.db");
    }

    @Test
    void saysThatItsProgramIsMissing() {
        assertThatThrownBy(() -> EmbeddedRegistry.start(dir.resolve("none.jar"), dir, 0))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessage(
                        "The schema registry is not at " + dir.resolve("none.jar") + ". Build it with 'mvn package'.");
    }

    private static String record(String field) {
        return "{\"type\":\"record\",\"name\":\"Report\",\"namespace\":\"test\",\"fields\":[" + field + "]}";
    }
}
