package io.rollouthub.jsonl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rollouthub.jsonl.EventLines.Mode;
import io.rollouthub.jsonl.LineEvent.Place;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One line's text as an event with what else stands on the line. */
final class LineParser {
    private static final String TOPIC = "topic";
    private static final String ACCEPTED_AT = JournalJson.ACCEPTED_AT;
    private static final String PARTITION = "partition";
    private static final String OFFSET = "offset";
    private static final Set<String> REPLAY_FIELDS = Set.of(TOPIC, ACCEPTED_AT, PARTITION, OFFSET);

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    private LineParser() {}

    static EventLine parse(long lineNumber, String text, Mode mode) throws BadLineException {
        JsonNode line = tree(text);
        if (mode == Mode.PUBLISH) {
            refuseReplayFields(line);
        } else if (isOf(JournalJson.TICK, line)) {
            return new LineTick(lineNumber, JsonValues.instant(required(line, ACCEPTED_AT), ACCEPTED_AT));
        } else if (isOf(JournalJson.PROGRAMME, line)) {
            return new LineProgramme(
                    lineNumber,
                    JsonValues.instant(required(line, ACCEPTED_AT), ACCEPTED_AT),
                    JournalJson.programme(required(line, JournalJson.PROGRAMME_FIELD)));
        }
        SpecificRecord event = RecordReader.event(line, REPLAY_FIELDS);
        JsonNode topic = given(line, TOPIC);
        JsonNode acceptedAt = given(line, ACCEPTED_AT);
        return new LineEvent(
                lineNumber,
                event,
                topic == null ? null : JsonValues.text(topic, TOPIC),
                acceptedAt == null ? null : JsonValues.instant(acceptedAt, ACCEPTED_AT),
                place(line));
    }

    private static @Nullable Place place(JsonNode line) throws BadLineException {
        if (given(line, PARTITION) == null && given(line, OFFSET) == null) {
            return null;
        }
        JsonNode offset = required(line, OFFSET);
        if (!offset.canConvertToExactIntegral() || !offset.canConvertToLong()) {
            throw new BadLineException(OFFSET, "no whole number of 64 bits");
        }
        return new Place(JsonValues.wholeNumber(required(line, PARTITION), PARTITION), offset.longValue());
    }

    private static boolean isOf(String type, JsonNode line) {
        return line.path("type").isTextual() && line.path("type").textValue().equals(type);
    }

    private static JsonNode required(JsonNode line, String name) throws BadLineException {
        JsonNode node = given(line, name);
        if (node == null) {
            throw new BadLineException(name, "missing");
        }
        return node;
    }

    private static JsonNode tree(String text) throws BadLineException {
        try (JsonParser parser = READER.createParser(text)) {
            JsonNode tree = READER.readTree(parser);
            if (parser.nextToken() != null) {
                throw new BadLineException("there is more on the line than one object");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new BadLineException("not JSON at column " + column(e) + ": " + problem(e));
        } catch (NumberFormatException e) {
            throw new BadLineException("there is a number whose exponent is beyond all measure");
        } catch (IOException e) {
            throw new IllegalStateException("a string is read without any input", e);
        }
    }

    private static int column(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
    }

    /** Jackson's words, without what it says of our own settings and what could not be shown. */
    private static String problem(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll(" \\(start marker at .*", "").replaceAll("\\p{Cc}", "?");
    }

    private static void refuseReplayFields(JsonNode line) throws BadLineException {
        if (line.has(TOPIC)) {
            throw new BadLineException(TOPIC, "only for a replay; what is published goes to the supplier's own topic");
        }
        for (String place : List.of(PARTITION, OFFSET)) {
            if (line.has(place)) {
                throw new BadLineException(place, "only in an exported journal; Kafka says where it stands");
            }
        }
        if (line.has(ACCEPTED_AT)) {
            throw new BadLineException(ACCEPTED_AT, "only for a replay; what is published is accepted as it arrives");
        }
    }

    private static @Nullable JsonNode given(JsonNode line, String name) {
        JsonNode node = line.get(name);
        return node == null || node.isNull() ? null : node;
    }
}
