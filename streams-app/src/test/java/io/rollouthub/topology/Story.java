package io.rollouthub.topology;

import io.rollouthub.journal.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small journal, as lines: events as JSON, and ticks. */
final class Story {
    private static final Path FILE = Path.of("src", "test", "resources", "topology", "story", "journal.txt");
    private static final String TICK = "tick ";

    private Story() {}

    /** Writes the whole journal; gives the entries of its reports. */
    static List<JournalEntry> tell(LedgerDriver ledger) {
        List<JournalEntry> reports = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith(TICK)) {
                ledger.tick(line.substring(TICK.length()));
            } else {
                reports.add(ledger.report(TopologyFixture.line(line)));
            }
        }
        return reports;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
