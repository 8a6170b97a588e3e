package io.rollouthub.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaStyleTest {
    static Stream<Named<Schema>> records() {
        return named(Schema.Type.RECORD);
    }

    static Stream<Named<Schema>> enums() {
        return named(Schema.Type.ENUM);
    }

    private static Stream<Named<Schema>> named(Schema.Type type) {
        Map<String, Schema> all = new LinkedHashMap<>();
        CurrentSchemas.byName().values().forEach(schema -> collect(schema, all));
        return all.values().stream()
                .filter(schema -> schema.getType() == type)
                .map(schema -> Named.of(schema.getFullName(), schema));
    }

    private static void collect(Schema schema, Map<String, Schema> all) {
        switch (schema.getType()) {
            case RECORD -> {
                if (all.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), all));
                }
            }
            case ENUM -> all.put(schema.getFullName(), schema);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, all));
            case ARRAY -> collect(schema.getElementType(), all);
            case MAP -> collect(schema.getValueType(), all);
            default -> {
                // Primitives have no parts.
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordAndEachOfItsFieldsIsExplained(Schema schema) {
        assertThat(schema.getDoc()).isNotBlank();
        assertThat(schema.getFields())
                .allSatisfy(field ->
                        assertThat(field.doc()).as("doc of %s", field.name()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("enums")
    void everyEnumIsExplainedAndReadsWordsOfNewerWritersAsUnknown(Schema schema) {
        assertThat(schema.getDoc()).isNotBlank();
        assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN");
    }
}
