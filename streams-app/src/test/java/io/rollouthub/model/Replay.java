package io.rollouthub.model;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.model.EventLines.Line;
import io.rollouthub.programme.Programme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A replayed file: before each event a tick at its acceptedAt, and a last tick at the end of {@code until}; events accepted
 * at or after that are left out.
 */
record Replay(Model model, List<Rejected> rejected) {

    /** In file order, by the gate or by the ledger. */
    record Rejected(String supplier, String eventId, String reason) {}

    static Replay of(Programme programme, List<Line> lines, LocalDate until) {
        Replay replay = new Replay(new Model(), new ArrayList<>());
        Instant end = new CivilTime(ZoneId.of(programme.getZone())).endOf(until);
        replay.model.apply(new JournalEntry(Instant.EPOCH, null, programme));
        for (Line line : lines) {
            if (line.acceptedAt().isBefore(end)) {
                replay.model.apply(new JournalEntry(line.acceptedAt(), null, new Tick()));
                replay.publish(new Gate(programme), line);
            }
        }
        replay.model.apply(new JournalEntry(end, null, new Tick()));
        return replay;
    }

    private void publish(Gate gate, Line line) {
        Report report = Report.of(line.event(), line.acceptedAt());
        String reason = gate.refuses(line.event(), line.acceptedAt());
        if (reason != null) {
            rejected.add(new Rejected(report.supplier(), report.eventId(), reason));
            return;
        }
        int refusedBefore = model.refused().size();
        model.apply(new JournalEntry(line.acceptedAt(), null, line.event()));
        model.refused()
                .subList(refusedBefore, model.refused().size())
                .forEach(
                        refused -> rejected.add(new Rejected(refused.supplier(), refused.eventId(), refused.reason())));
    }
}
