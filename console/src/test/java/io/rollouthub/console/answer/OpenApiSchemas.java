package io.rollouthub.console.answer;

import static io.rollouthub.docs.Yaml.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** JSON Schemas of what the console answers, made from its records and, where a topic's record stands in them, from that's. */
final class OpenApiSchemas {
    private static final Path WORDS = Path.of("src", "test", "resources", "openapi", "words.yaml");

    /** What its words say of a record itself. */
    private static final String ITSELF = "_";

    private final Map<?, ?> words = words();
    private final Set<String> said = new TreeSet<>();
    private final Map<String, Object> made = new TreeMap<>();

    private static Map<?, ?> words() {
        try {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(WORDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All schemas that others refer to, by name. */
    Map<String, Object> all() {
        Set<String> known = new TreeSet<>();
        words.forEach(
                (record, fields) -> ((Map<?, ?>) fields).keySet().forEach(field -> known.add(record + "." + field)));
        assertThat(said).as("what " + WORDS + " has words for").isEqualTo(known);
        return made;
    }

    private String words(String record, String field) {
        said.add(record + "." + field);
        return words.get(record) instanceof Map<?, ?> fields ? String.valueOf(fields.get(field)) : "";
    }

    /** A reference to that of a record, which is made if there is none yet. */
    Map<String, Object> of(Class<?> type) {
        String name = name(type);
        if (!made.containsKey(name)) {
            made.put(name, name); // so that it is not made again meanwhile
            made.put(name, SpecificRecord.class.isAssignableFrom(type) ? topic(type) : record(type));
        }
        return object("$ref", "#/components/schemas/" + name);
    }

    private static String name(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        return type.getSimpleName().equals("Answer") && enclosing != null
                ? enclosing.getSimpleName()
                : type.getSimpleName();
    }

    private Map<String, Object> record(Class<?> type) {
        Map<String, Object> properties = object();
        add(type, properties);
        return objectOf(words(name(type), ITSELF), properties);
    }

    private Map<String, Object> topic(Class<?> type) {
        Schema schema = SpecificData.get().getSchema(type);
        Map<String, Object> properties = object();
        add(schema, properties, false);
        return objectOf(schema.getDoc(), properties);
    }

    private static Map<String, Object> objectOf(String about, Map<String, Object> properties) {
        return object(
                "type",
                "object",
                "description",
                about,
                "required",
                List.copyOf(properties.keySet()),
                "properties",
                properties);
    }

    private void add(Class<?> type, Map<String, Object> properties) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                properties.put(
                        component.getName(),
                        described(of(component.getAnnotatedType()), words(name(type), component.getName())));
            } else if (component.getType().isRecord()) {
                words(name(component.getType()), ITSELF);
                add(component.getType(), properties);
            } else {
                Class<?> topic = component.getType() == SpecificRecord.class
                        ? AlertTransition.class // or an Alert, of the same fields
                        : component.getType();
                add(SpecificData.get().getSchema(topic), properties, topic == ClusterStatus.class);
            }
        }
    }

    /**
     * Adds the fields of a topic's record.
     *
     * @param maybe whether it may not be there: then all but counts and its key are null
     */
    private void add(Schema schema, Map<String, Object> properties, boolean maybe) {
        for (Schema.Field field : schema.getFields()) {
            Map<String, Object> one = of(field.schema());
            boolean known = field.pos() == 0 || "integer".equals(one.get("type"));
            properties.put(field.name(), described(maybe && !known ? orNull(one) : one, field.doc()));
        }
    }

    private static Map<String, Object> described(Map<String, Object> schema, String about) {
        Map<String, Object> described = object();
        described.putAll(schema);
        described.put("description", about);
        return described;
    }

    private Map<String, Object> of(AnnotatedType type) {
        Map<String, Object> schema = notNull(type);
        return type.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
    }

    private Map<String, Object> notNull(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            return raw(type.getType()) == Map.class
                    ? object(
                            "type",
                            "object",
                            "propertyNames",
                            of(arguments[0]),
                            "additionalProperties",
                            of(arguments[1]))
                    : object("type", "array", "items", of(arguments[0]));
        }
        Class<?> raw = raw(type.getType());
        if (raw.isEnum()) {
            return object(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(raw.getEnumConstants()).map(Object::toString).toList());
        }
        return raw.isRecord() || SpecificRecord.class.isAssignableFrom(raw)
                ? of(raw)
                : Objects.requireNonNull(plain(raw), () -> "no schema of " + raw);
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? raw(generic.getRawType()) : (Class<?>) type;
    }

    private static @Nullable Map<String, Object> plain(Class<?> type) {
        if (type == String.class) {
            return object("type", "string");
        } else if (type == boolean.class) {
            return object("type", "boolean");
        } else if (type == double.class || type == Double.class) {
            return object("type", "number");
        } else if (type == Instant.class) {
            return object("type", "string", "format", "date-time");
        } else if (type == LocalDate.class) {
            return object("type", "string", "format", "date");
        } else if (type == BigDecimal.class) {
            return object("type", "string", "pattern", "^-?[0-9]+(\\.[0-9]+)?$");
        }
        boolean whole =
                List.of(int.class, Integer.class, long.class, Long.class).contains(type);
        return whole ? object("type", "integer") : null;
    }

    private Map<String, Object> of(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical != null) {
            return Objects.requireNonNull(
                    switch (logical.getName()) {
                        case "date" -> plain(LocalDate.class);
                        case "decimal" -> plain(BigDecimal.class);
                        default -> plain(Instant.class);
                    });
        }
        return switch (schema.getType()) {
            case UNION -> orNull(of(schema.getTypes().get(1)));
            case ENUM -> object("type", "string", "enum", schema.getEnumSymbols());
            case ARRAY -> object("type", "array", "items", of(schema.getElementType()));
            case INT, LONG -> object("type", "integer");
            case DOUBLE -> object("type", "number");
            case BOOLEAN -> object("type", "boolean");
            case STRING -> object("type", "string");
            case RECORD -> of(SpecificData.get().getClass(schema));
            default -> throw new AssertionError("no schema of " + schema);
        };
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (!(schema.get("type") instanceof String type)) {
            return object("anyOf", List.of(schema, object("type", "null")));
        }
        Map<String, Object> orNull = object();
        orNull.putAll(schema);
        orNull.put("type", List.of(type, "null"));
        if (schema.get("enum") instanceof List<?> values) {
            List<@Nullable Object> all = new ArrayList<>(values);
            all.add(null);
            orNull.put("enum", all);
        }
        return orNull;
    }
}
