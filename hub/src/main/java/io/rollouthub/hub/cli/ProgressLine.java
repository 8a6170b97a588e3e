package io.rollouthub.hub.cli;

import io.rollouthub.reader.HubReader;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line at the foot of a person's terminal that tells how long work goes on; nothing where nobody looks. */
final class ProgressLine implements HubReader.Listener, AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final PrintWriter err;
    private final boolean shown;
    private long last = System.nanoTime() - LOOK.toNanos();
    private boolean there;

    ProgressLine(PrintWriter err) {
        this(err, Terminal.err());
    }

    ProgressLine(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** Shows a text in place of the last one, but not more often than an eye can follow. */
    synchronized void show(String text) {
        long now = System.nanoTime();
        if (shown && now - last >= LOOK.toNanos()) {
            last = now;
            err.print("\r… " + text + "\u001b[K");
            err.flush();
            there = true;
        }
    }

    /** Shows how many there are by now, such as "12,000 entries written". */
    void count(long count, String what) {
        show(String.format(Locale.ROOT, "%,d %s", count, what));
    }

    @Override
    public void read(long records) {
        count(records, "records read");
    }

    @Override
    public void done() {
        clear();
    }

    /** Makes room for a line where progress was shown. */
    synchronized void clear() {
        if (there) {
            err.print("\r\u001b[K");
            err.flush();
            there = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
