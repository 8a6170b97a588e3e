package io.rollouthub.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code docs/openapi.yaml}, to which a console's answers are held: that they are so, and hold nothing else. */
record ApiDocument(ObjectNode document) {
    private static final Path KEPT = Path.of("..", "docs", "openapi.yaml");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    static ApiDocument read() {
        try {
            Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(KEPT));
            ObjectNode document = new ObjectMapper().valueToTree(yaml);
            document.findParents("properties")
                    .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
            return new ApiDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds an answer to what the document says of its path and status. */
    void assertDescribes(String path, int status, JsonNode answer) {
        String[] parts = path.split("\\?", 2);
        JsonNode get = document.path("paths").properties().stream()
                .filter(one -> parts[0].matches(pattern(one.getKey())))
                .map(one -> one.getValue().path("get"))
                .findFirst()
                .orElse(document.objectNode());
        JsonNode response = document.path("components").path("responses").path(Integer.toString(status));
        if (status == 200) {
            response = get.path("responses").path("200");
            assertThat(Arrays.stream(parts.length == 1 ? new String[0] : parts[1].split("&", -1)))
                    .extracting(parameter -> parameter.replaceFirst("=.*", ""))
                    .as("parameters of " + path)
                    .isSubsetOf(get.path("parameters").findValuesAsText("name"));
        } else if (!get.isEmpty()) {
            assertThat(get.path("responses").has(Integer.toString(status)))
                    .as("%s of %s", status, path)
                    .isTrue();
        }
        ObjectNode schema = response.at("/content/application~1json/schema").deepCopy();
        schema.set("components", document.path("components"));
        assertThat(SCHEMAS.getSchema(schema, STRICT).validate(answer))
                .as("%s of %s: %s", status, path, answer)
                .isEmpty();
    }

    private static String pattern(String template) {
        return template.replace("{cluster}", "[^/]+").replaceAll("\\{\\w+}", ".+");
    }
}
