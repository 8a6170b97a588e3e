package io.rollouthub.jsonl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads JSON Lines of any kind, one line at a time; a bad line is told, and the rest goes on. */
public final class JsonLines {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    private JsonLines() {}

    /** What a line of JSON says. */
    public interface Parser<T> {
        T parse(long lineNumber, JsonNode line) throws BadLineException;
    }

    /**
     * What the lines of an input say, in order, without the blank ones and the bad ones; closing the stream closes the
     * input. If reading fails, the stream throws {@link UncheckedIOException}.
     *
     * @param name of the input, for messages
     * @param bad is told of each line that says nothing, as the stream comes to it
     */
    public static <T> Stream<T> read(InputStream in, String name, Parser<T> parser, Consumer<LineError> bad) {
        ByteLines lines = new ByteLines(in, name);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED), false)
                .flatMap(line -> parsed(line, name, parser, bad))
                .onClose(() -> close(in));
    }

    /** What one line says: nothing if it is blank or bad. */
    private static <T> Stream<T> parsed(ByteLines.Line line, String name, Parser<T> parser, Consumer<LineError> bad) {
        try {
            String text = line.text();
            return text.isBlank() ? Stream.empty() : Stream.of(parser.parse(line.number(), tree(text)));
        } catch (BadLineException e) {
            bad.accept(new LineError(line.number(), name + ":" + line.number() + ": " + e.getMessage()));
            return Stream.empty();
        }
    }

    static JsonNode tree(String text) throws BadLineException {
        try (JsonParser parser = READER.createParser(text)) {
            JsonNode tree = READER.readTree(parser);
            if (parser.nextToken() != null) {
                throw new BadLineException("there is more on the line than one object");
            }
            return tree;
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw new BadLineException("not JSON at column " + column + ": " + problem(e));
        } catch (NumberFormatException e) {
            throw new BadLineException("there is a number whose exponent is beyond all measure");
        } catch (IOException e) {
            throw new IllegalStateException("a string is read without any input", e);
        }
    }

    /** Jackson's words, without what it says of our own settings and what could not be shown. */
    private static String problem(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll(" \\(start marker at .*", "").replaceAll("\\p{Cc}", "?");
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
