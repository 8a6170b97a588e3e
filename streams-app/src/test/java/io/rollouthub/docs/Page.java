package io.rollouthub.docs;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page with blocks of JSON. The words behind {@code ```json} are a block's labels, so that a test finds it.
 *
 * @param blocks in order
 */
record Page(List<Block> blocks) {
    private static final Pattern BLOCK = Pattern.compile("^```json (.+)\\R((?s:.*?))^```$", Pattern.MULTILINE);
    private static final MathContext DIGITS_SHOWN = new MathContext(6);
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(Value.construct(Include.NON_NULL, Include.NON_NULL))
            .build();

    /** One block; {@code json} is in the form of {@link Page#json}. */
    record Block(List<String> labels, String json) {}

    static Page read(Path file) throws IOException {
        return new Page(BLOCK.matcher(Files.readString(file))
                .results()
                .map(block -> new Block(List.of(block.group(1).split(" ")), json(block.group(2))))
                .toList());
    }

    /** The block with this label. */
    String block(String label) {
        return blocksWith(label)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the page has no block " + label))
                .json();
    }

    Stream<Block> blocksWith(String label) {
        return blocks.stream().filter(block -> block.labels().contains(label));
    }

    /** A JSON object as pages show it: fields in order, those that are null left out, fractions rounded. */
    static String json(Object text) {
        try {
            Map<String, Object> fields = rounded(JSON.readValue(text.toString(), new TypeReference<>() {}));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON object: " + text, e);
        }
    }

    @SuppressWarnings("unchecked") // JSON has no maps but those of texts
    private static Map<String, Object> rounded(Map<String, Object> fields) {
        fields.replaceAll((name, value) -> value instanceof Map<?, ?> inner
                ? rounded((Map<String, Object>) inner)
                : value instanceof Double number ? new BigDecimal(number).round(DIGITS_SHOWN) : value);
        return fields;
    }
}
