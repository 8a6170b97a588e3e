package io.rollouthub.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;

/**
 * An example in the API's documentation: {@code ```json GET /api/…}, its values those of the real programme; a field
 * {@code "…"} stands for others that are told of elsewhere; {@code json-form} shows fields whose values are not always so.
 */
record Documented(String path, boolean exact, JsonNode answer) {
    private static final Pattern BLOCK =
            Pattern.compile("```json(-form)? GET (\\S+)\n(.*?)\n```", Pattern.DOTALL);
    private static final String OTHERS = "…";
    private static final Offset<Double> ROUNDED = Offset.offset(5e-7);

    static List<Documented> in(String page) {
        List<Documented> all = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(page);
        while (matcher.find()) {
            try {
                JsonNode answer = new ObjectMapper().readTree(matcher.group(3));
                all.add(new Documented(matcher.group(2), matcher.group(1) == null, answer));
            } catch (IOException e) {
                throw new UncheckedIOException(matcher.group(2), e);
            }
        }
        return all;
    }

    void assertAnsweredBy(JsonNode actual) {
        compare(path, answer, actual);
    }

    private void compare(String at, JsonNode documented, JsonNode actual) {
        if (documented.isObject()) {
            object(at, documented, actual);
        } else if (documented.isArray()) {
            array(at, documented, actual);
        } else if (exact && documented.isFloatingPointNumber()) {
            assertThat(actual.asDouble()).as(at).isEqualTo(documented.asDouble(), ROUNDED);
        } else if (exact) {
            assertThat(actual).as(at).isEqualTo(documented);
        } else if (!documented.isNull() && !actual.isNull()) {
            assertThat(actual.getNodeType()).as(at).isEqualTo(documented.getNodeType());
        }
    }

    private void object(String at, JsonNode documented, JsonNode actual) {
        for (Map.Entry<String, JsonNode> field : documented.properties()) {
            if (!field.getKey().equals(OTHERS)) {
                assertThat(actual.has(field.getKey())).as(at + ": " + field.getKey()).isTrue();
                compare(at + "." + field.getKey(), field.getValue(), actual.path(field.getKey()));
            }
        }
        if (!documented.has(OTHERS)) {
            assertThat(documented.fieldNames())
                    .as(at)
                    .toIterable()
                    .containsAll(actual::fieldNames);
        }
    }

    /** Of numbers and texts all; of objects those documented are there, in their order. */
    private void array(String at, JsonNode documented, JsonNode actual) {
        if (documented.isEmpty() || !documented.get(0).isObject()) {
            assertThat(exact ? actual : documented).as(at).isEqualTo(documented);
            return;
        }
        Iterator<JsonNode> rest = actual.iterator();
        for (JsonNode one : documented) {
            find(at, one, rest);
        }
    }

    private void find(String at, JsonNode wanted, Iterator<JsonNode> rest) {
        AssertionError nearest = new AssertionError(at + " is shorter than documented: no " + wanted);
        while (rest.hasNext()) {
            try {
                compare(at + "[]", wanted, rest.next());
                return;
            } catch (AssertionError e) {
                nearest = e;
            }
        }
        throw nearest;
    }
}
