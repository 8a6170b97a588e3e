package io.rollouthub.jsonl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Bytes in, what one line says at a time out; blank lines and a byte order mark are passed over. */
final class LineSource<T> extends AbstractSpliterator<T> {
    private static final int MAX_LINE_MEBIBYTES = 8;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ByteLines lines;
    private final String name;
    private final Reading<T> reading;
    private final Consumer<LineError> bad;

    /** What the text of a line says. */
    interface Reading<T> {
        T read(long lineNumber, String text) throws BadLineException;
    }

    LineSource(InputStream in, String name, Reading<T> reading, Consumer<LineError> bad) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.lines = new ByteLines(in, MAX_LINE_MEBIBYTES << 20);
        this.name = name;
        this.reading = reading;
        this.bad = bad;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        try {
            for (ByteLines.Line line = lines.next(); line != null; line = lines.next()) {
                T read = read(line);
                if (read != null) {
                    action.accept(read);
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Null for a blank line and a bad one. */
    private @Nullable T read(ByteLines.Line line) {
        try {
            String text = text(line);
            return text.isBlank() ? null : reading.read(line.number(), text);
        } catch (BadLineException e) {
            bad.accept(new LineError(line.number(), name + ":" + line.number() + ": " + e.getMessage()));
            return null;
        }
    }

    private static String text(ByteLines.Line line) throws BadLineException {
        if (line.tooLong()) {
            throw new BadLineException("longer than " + MAX_LINE_MEBIBYTES + " MiB");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.bytes()))
                    .toString();
            return line.number() == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadLineException("not UTF-8 text");
        }
    }
}
