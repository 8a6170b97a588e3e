package io.rollouthub.console.live;

import io.rollouthub.jsonl.RecordJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What was in a rejected record, for people: as json, text, hex or none, and whether this is only its beginning. */
public record Payload(String format, String text, boolean cut) {
    private static final int MOST = 4_000;

    /** That of a record with an event; null if it could not be decoded. */
    static Payload of(byte @Nullable [] value, @Nullable SpecificRecord event) {
        if (value == null) {
            return new Payload("none", "", false);
        }
        if (event != null) {
            return cut("json", RecordJson.write(event));
        }
        String text = text(value);
        return text != null
                ? cut("text", text)
                : cut("hex", HexFormat.of().formatHex(Arrays.copyOf(value, Math.min(value.length, MOST))));
    }

    /** The text that bytes may be; null if they are none that people write. */
    private static @Nullable String text(byte[] value) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            boolean written = text.chars().noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
            return written ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Payload cut(String format, String text) {
        if (text.length() <= MOST) {
            return new Payload(format, text, false);
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return new Payload(format, text.substring(0, end), true);
    }
}
