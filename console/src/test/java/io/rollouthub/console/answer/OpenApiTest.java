package io.rollouthub.console.answer;

import io.rollouthub.docs.Yaml;
import io.rollouthub.testkit.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/openapi.yaml} describes the answers as they are made; that a console gives such, ConsoleIT holds. */
class OpenApiTest {
    private static final Golden GOLDEN =
            new Golden(OpenApiTest.class, "The API's answers are others than it says: people's clients go by it.");

    @Test
    void the_document_is_what_records_and_parameters_say() {
        GOLDEN.assertSame(
                Path.of("..", "docs", "openapi.yaml"),
                "# Made from the console's records, see OpenApiTest; not to be edited by hand.\n"
                        + Yaml.write(OpenApi.document("0.1.0")));
    }
}
