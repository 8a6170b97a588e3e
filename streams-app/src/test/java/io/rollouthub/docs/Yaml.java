package io.rollouthub.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** YAML that is made of maps, lists and texts, in the order in which they are given. */
public final class Yaml {
    private static final String JAVA_STRING = "avro.java.string";

    private Yaml() {}

    /** A map of these names and values in turn. */
    public static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** A schema as its file says it, without what the generated classes add. */
    static Object of(Schema schema) {
        Object json = new Load(LoadSettings.builder().build()).loadFromString(schema.toString());
        return Objects.requireNonNull(withoutJava(json));
    }

    private static @Nullable Object withoutJava(@Nullable Object json) {
        if (json instanceof List<?> list) {
            List<@Nullable Object> values = new ArrayList<>();
            list.forEach(value -> values.add(withoutJava(value)));
            return values;
        }
        if (!(json instanceof Map<?, ?> map)) {
            return json;
        }
        if (map.containsKey(JAVA_STRING) && map.size() == 2) {
            return "string";
        }
        Map<Object, @Nullable Object> values = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!JAVA_STRING.equals(name)) {
                values.put(name, withoutJava(value));
            }
        });
        return values;
    }

    public static String write(Map<String, Object> document) {
        return new Dump(DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setWidth(120)
                        .setDereferenceAliases(true)
                        .build())
                .dumpToString(document);
    }
}
