package io.rollouthub.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a child writes: appended to its log, of which some files of a bounded size are kept, and of which a line is not repeated
 * for ever; the beginning and the end since its start are kept in memory for whoever waits for it.
 */
final class ChildLog {
    static final int MOST_BYTES = 8 << 20;
    static final int OLDER_FILES = 3;
    static final int MOST_ALIKE = 20;

    private static final int KEPT = 256 << 10;
    private static final int MOST_FORMS = 1_000;
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Path file;
    private final Thread pump;
    private final StringBuilder first = new StringBuilder();
    private final StringBuilder last = new StringBuilder();
    private final Map<String, Integer> alike = new HashMap<>();
    private long roundSince = System.nanoTime();
    private long leftOut;
    private long size;

    private ChildLog(Path file, InputStream output) {
        this.file = file;
        pump = new Thread(() -> pump(output), "log-" + file.getFileName());
        pump.setDaemon(true);
    }

    /** Begins to write; throws if the file cannot be written. */
    static ChildLog of(Path file, InputStream output) throws IOException {
        ChildLog log = new ChildLog(file, output);
        log.size = Files.exists(file) ? Files.size(file) : 0;
        log.open().close();
        log.pump.start();
        return log;
    }

    Path file() {
        return file;
    }

    /** What the child has written since its start; of very much the beginning and the end. */
    synchronized String output() {
        return first + (last.isEmpty() ? "" : "\n" + last);
    }

    /** Waits until all that an ended child has written is here. */
    void awaitEnd() {
        try {
            pump.join(Duration.ofSeconds(5).toMillis()); // a grandchild may hold it open
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            Writer out = open();
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    keep(line);
                    out = write(out, line, lines.ready());
                }
            } finally {
                out.close();
            }
        } catch (IOException e) {
            keep("The log " + file + " cannot be written any more: " + e);
            drain(output);
        }
    }

    /** A child whose output nobody takes would stand still. */
    private static void drain(InputStream output) {
        try {
            output.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // it has ended
        }
    }

    private synchronized void keep(String line) {
        if (first.length() < KEPT) {
            first.append(line).append('\n');
        } else {
            last.append(line).append('\n');
            if (last.length() > 2 * KEPT) {
                last.delete(0, last.length() - KEPT);
            }
        }
    }

    private Writer write(Writer out, String line, boolean moreToCome) throws IOException {
        Writer to = out;
        if (size > MOST_BYTES) {
            out.close();
            rotate();
            to = open();
        }
        if (System.nanoTime() - roundSince > ROUND.toNanos()) {
            append(to, leftOut == 0 ? "" : "(" + leftOut + " more lines like some above)\n");
            roundSince = System.nanoTime();
            alike.clear();
            leftOut = 0;
        }
        if (alike.size() >= MOST_FORMS
                || alike.merge(NUMBER.matcher(line).replaceAll("#"), 1, Integer::sum) <= MOST_ALIKE) {
            append(to, line + "\n");
        } else {
            leftOut++;
        }
        if (!moreToCome) {
            to.flush();
        }
        return to;
    }

    private void append(Writer out, String text) throws IOException {
        out.write(text);
        size += text.length();
    }

    private void rotate() throws IOException {
        for (int i = OLDER_FILES; i > 0; i--) {
            Path from = i == 1 ? file : older(i - 1);
            if (Files.exists(from)) {
                Files.move(from, older(i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        size = 0;
    }

    private Path older(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    private Writer open() throws IOException {
        return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
