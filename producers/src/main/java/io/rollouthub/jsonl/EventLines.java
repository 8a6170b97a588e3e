package io.rollouthub.jsonl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads events from JSON Lines, one line at a time; a bad line becomes a {@link LineError} and the rest goes on. */
public final class EventLines {
    /** What the file is read for. */
    public enum Mode {
        /** For a replay: a line may say {@code topic} and {@code acceptedAt}, or be one of an exported journal. */
        REPLAY,
        /** To be published: a line holds the event alone. */
        PUBLISH
    }

    private EventLines() {}

    /**
     * The lines of a file in order, without the blank ones; read as the stream is consumed, so close it.
     *
     * @throws IOException if the file cannot be opened; if reading fails later, the stream throws
     *     {@link java.io.UncheckedIOException}
     */
    public static Stream<EventLine> read(Path file, Mode mode) throws IOException {
        return read(Files.newInputStream(file), file.toString(), mode);
    }

    /**
     * The lines of an open input in order, without the blank ones; closing the stream closes the input. If reading fails,
     * the stream throws {@link UncheckedIOException}.
     *
     * @param name of the input, for messages
     */
    public static Stream<EventLine> read(InputStream in, String name, Mode mode) {
        return StreamSupport.stream(new LineSource(in, name, mode), false).onClose(() -> close(in));
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
