package io.rollouthub.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.docs.Yaml;
import io.rollouthub.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/openapi.yaml} describes all that is answered; that a console answers so, ConsoleIT holds. */
class OpenApiTest {
    private static final Golden GOLDEN =
            new Golden(OpenApiTest.class, "The API is another than it says: people's programs go by it.");
    private static final Path ROUTES =
            Path.of("src", "main", "java", "io", "rollouthub", "console", "answer", "Answers.java");

    private final Map<String, Object> document = OpenApi.document();

    @Test
    void theDocumentIsWhatRecordsAndParametersSay() {
        GOLDEN.assertSame(
                Path.of("..", "docs", "openapi.yaml"),
                "# Made from the console's records, see OpenApiTest; not to be edited by hand.\n"
                        + Yaml.write(document));
    }

    @Test
    void everyRouteIsInIt() throws IOException {
        assertThat(((Map<?, ?>) Objects.requireNonNull(document.get("paths")))
                        .keySet().stream()
                                .map(Object::toString)
                                .map(path -> path.replaceFirst("\\{cluster}/\\{milestone}$|\\{alertId}", "<id>")))
                .containsExactlyInAnyOrderElementsOf(Pattern.compile("\"(/api/[^\"]+)\"")
                        .matcher(Files.readString(ROUTES))
                        .results()
                        .map(path -> path.group(1))
                        .filter(path -> !path.equals("/api/<rest>"))
                        .distinct()
                        .toList());
    }
}
