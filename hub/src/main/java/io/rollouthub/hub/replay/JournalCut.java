package io.rollouthub.hub.replay;

import io.rollouthub.entry.Entry;
import java.time.Instant;
import java.util.List;

/** Which of a journal's entries are replayed up to an instant. */
final class JournalCut {
    private JournalCut() {}

    /**
     * What stands before the first tick at or behind the end, without the reports that were accepted then or later: as
     * looking back has it.
     */
    static List<Entry> before(Instant end, List<Entry> entries) {
        return entries.stream()
                .takeWhile(entry -> !entry.isTick() || entry.acceptedAt().isBefore(end))
                .filter(entry -> entry.report() == null || entry.acceptedAt().isBefore(end))
                .toList();
    }
}
