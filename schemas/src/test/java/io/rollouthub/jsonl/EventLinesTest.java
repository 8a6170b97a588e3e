package io.rollouthub.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.check.EventCheck;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.report.ReportedEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventLinesTest {
    private static final Path EXAMPLE = Path.of("../examples/npfit");
    private static final int MEBIBYTE = 1 << 20;

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is read and what is told, in the order of the lines. */
    private static List<Object> read(InputStream in) {
        List<Object> read = new ArrayList<>();
        try (Stream<LineEvent> lines = EventLines.read(in, "events.jsonl", read::add)) {
            lines.forEach(read::add);
        }
        return read;
    }

    private static List<Object> read(String text) {
        return read(bytes(text));
    }

    private static LineEvent goLive(long lineNumber) {
        return new LineEvent(lineNumber, Events.GO_LIVE_EVENT);
    }

    private static LineError error(long lineNumber, String message) {
        return new LineError(lineNumber, "events.jsonl:" + lineNumber + ": " + message);
    }

    @Test
    void everyLineOfTheExampleIsAnEventThatTheGateAccepts() throws IOException {
        EventCheck check = new EventCheck(ProgrammeFile.read(EXAMPLE.resolve("programme.yaml")));

        List<LineError> bad = new ArrayList<>();
        try (Stream<LineEvent> lines = EventLines.read(EXAMPLE.resolve("events.jsonl"), bad::add)) {
            assertThat(lines).hasSize(32).allSatisfy(line -> {
                ReportedEvent report = ReportedEvent.of(line.event());
                assertThat(check.check(report.event(), report.supplier(), report.reportedAt()))
                        .isNull();
            });
        }
        assertThat(bad).isEmpty();
    }

    @Test
    void blankLinesAreCountedAndPassedOver() {
        assertThat(read("\n" + Events.GO_LIVE + "\n  \t\n\n" + Events.GO_LIVE)).containsExactly(goLive(2), goLive(5));
        assertThat(read("")).isEmpty();
        assertThat(read("\uFEFF")).isEmpty();
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm() {
        assertThat(read("\uFEFF" + Events.GO_LIVE + "\r\n\r\n" + Events.GO_LIVE + "\r\n"))
                .containsExactly(goLive(1), goLive(3));
    }

    @Test
    void aByteOrderMarkFurtherDownIsABadLine() {
        assertThat(read(Events.GO_LIVE + "\n\uFEFF\n\uFEFF" + Events.GO_LIVE))
                .hasSize(3)
                .filteredOn(LineError.class::isInstance)
                .extracting(line -> ((LineError) line).lineNumber())
                .containsExactly(2L, 3L);
    }

    @Test
    void aBadLineIsNamedAndTheRestGoesOn() {
        assertThat(read(Events.GO_LIVE.replace("2006-07-29", "2006-02-30") + "\n" + Events.GO_LIVE))
                .containsExactly(error(1, "date: \"2006-02-30\" is no date; write YYYY-MM-DD"), goLive(2));
    }

    @Test
    void aPublishedLineMayNot() {
        String topic = Events.GO_LIVE.replace("}", ", \"topic\": \"fujitsu\"}");
        String acceptedAt = Events.GO_LIVE.replace("}", ", \"acceptedAt\": \"2006-08-01T00:00:00Z\"}");

        assertThat(read(bytes(topic + "\n" + acceptedAt + "\n" + Events.GO_LIVE)))
                .containsExactly(
                        error(1, "topic: only for a replay; what is published goes to the supplier's own topic"),
                        error(2, "acceptedAt: only for a replay; what is published is accepted as it arrives"),
                        goLive(3));
    }

    @Test
    void bytesThatAreNotUtf8AreABadLine() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Events.GO_LIVE.replace("Hansard", "Hans\u00e4rd").getBytes(StandardCharsets.ISO_8859_1));
        file.write('\n');
        file.writeBytes(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '\n'});
        file.writeBytes(Events.GO_LIVE.getBytes(StandardCharsets.UTF_8));

        assertThat(read(new ByteArrayInputStream(file.toByteArray())))
                .containsExactly(error(1, "not UTF-8 text"), error(2, "not UTF-8 text"), goLive(3));
    }

    @Test
    void aLineOfSeveralMebibytesIsRead() {
        String source = "x".repeat(8 * MEBIBYTE - Events.GO_LIVE.length() + "Hansard".length());

        assertThat(read(Events.GO_LIVE.replace("Hansard", source)))
                .containsExactly(new LineEvent(
                        1,
                        GoLiveEvent.newBuilder(Events.GO_LIVE_EVENT)
                                .setSource(source)
                                .build()));
        assertThat(read(Events.GO_LIVE.replace("Hansard", source + "x") + "\n" + Events.GO_LIVE))
                .containsExactly(error(1, "longer than 8 MiB"), goLive(2));
    }

    @Test
    void aLineThatIsLargerThanMemoryIsABadLine() {
        InputStream endless = new Endless('x', 1_000L * MEBIBYTE);

        assertThat(read(new SequenceInputStream(endless, bytes("\n" + Events.GO_LIVE))))
                .containsExactly(error(1, "longer than 8 MiB"), goLive(2));
    }

    @Test
    void linesAreReadAsTheyAreAskedFor() {
        InputStream endless = new Endless('\n', Long.MAX_VALUE);

        try (Stream<LineEvent> lines =
                EventLines.read(new SequenceInputStream(bytes(Events.GO_LIVE + "\n"), endless), "endless", bad -> {})) {
            assertThat(lines.findFirst()).contains(goLive(1));
        }
    }

    @Test
    void closingTheStreamClosesTheInput() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new Endless(' ', 1) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThat(read(in)).isEmpty();
        assertThat(closed).isTrue();
    }

    @Test
    void anInputThatBreaksHalfWayIsNoEndOfFile() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };

        assertThatThrownBy(() -> read(new SequenceInputStream(bytes(Events.GO_LIVE + "\n"), broken)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("events.jsonl cannot be read: the disk is gone");
    }

    /** The same byte again and again. */
    private static class Endless extends InputStream {
        private final char value;
        private long left;

        Endless(char value, long length) {
            this.value = value;
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + count, (byte) value);
            left -= count;
            return count;
        }
    }
}
