package io.rollouthub.jsonl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The lines of a stream of bytes, none of which is held in memory beyond the longest that is read. */
final class ByteLines implements Iterator<ByteLines.Line> {
    private static final int BUFFER = 1 << 16;
    private static final int MAX_LINE_MEBIBYTES = 8;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final String name;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long lineNumber;

    ByteLines(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    /** One line without its line feed; of one that is too long only that it is. */
    record Line(long number, byte[] bytes, boolean tooLong) {
        String text() throws BadLineException {
            if (tooLong) {
                throw new BadLineException("longer than " + MAX_LINE_MEBIBYTES + " MiB");
            }
            try {
                ByteBuffer line = ByteBuffer.wrap(bytes);
                String text = StandardCharsets.UTF_8.newDecoder().decode(line).toString();
                return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                throw new BadLineException("not UTF-8 text");
            }
        }
    }

    @Override
    public boolean hasNext() {
        if (position == limit) {
            try {
                limit = Math.max(0, in.read(buffer));
                position = 0;
            } catch (IOException e) {
                throw new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
            }
        }
        return position < limit;
    }

    @Override
    public Line next() {
        if (!hasNext()) {
            throw new NoSuchElementException(name + " has no more lines");
        }
        lineNumber++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean ended = false;
        while (!ended && hasNext()) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            tooLong = tooLong || end - position > (MAX_LINE_MEBIBYTES << 20) - line.size();
            if (!tooLong) {
                line.write(buffer, position, end - position);
            }
            ended = end < limit;
            position = ended ? end + 1 : end;
        }
        return new Line(lineNumber, tooLong ? new byte[0] : line.toByteArray(), tooLong);
    }
}
