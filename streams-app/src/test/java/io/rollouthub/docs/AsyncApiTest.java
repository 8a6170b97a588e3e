package io.rollouthub.docs;

import io.rollouthub.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/asyncapi.yaml} describes the topics as they are. That it is valid AsyncAPI, AsyncApiIT holds. */
class AsyncApiTest {
    private static final Path KEPT = Path.of("..", "docs", "asyncapi.yaml");
    private static final Path RELEASED = Path.of("..", "schemas", "released");

    @Test
    void theDocumentIsWhatCatalogueAndSchemasSay() throws IOException {
        String made = "# Made from the topics and schemas, see AsyncApiTest; not to be edited by hand.\n"
                + Yaml.write(AsyncApi.document(version()));

        new Golden(AsyncApiTest.class, "People's clients go by it.").assertSame(KEPT, made);
    }

    /** The latest release of the schemas. */
    private static String version() throws IOException {
        try (Stream<Path> releases = Files.list(RELEASED)) {
            return releases.map(release -> release.getFileName().toString())
                    .max(Comparator.comparing(Runtime.Version::parse))
                    .orElseThrow();
        }
    }
}
