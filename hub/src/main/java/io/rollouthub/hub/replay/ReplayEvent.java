package io.rollouthub.hub.replay;

import io.rollouthub.entry.Entry;
import io.rollouthub.failure.FileFailure;
import io.rollouthub.jsonl.LineError;
import io.rollouthub.reader.journal.ReplayLine;
import io.rollouthub.reader.journal.ReplayLines;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.ReportedEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A report of a replayed file; or, of an exported journal, a programme or a tick.
 *
 * @param supplier whose topic it goes to; empty for a programme or tick, which goes to the control topic
 */
record ReplayEvent(Entry entry, String supplier) {
    private record Placed(ReplayEvent event, Instant at) {}

    /**
     * All events of some files in the order in which they are replayed: each file in its own order, several files merged by
     * acceptedAt.
     *
     * @param onError is told of each line that holds no event
     */
    static List<ReplayEvent> read(List<Path> files, Consumer<LineError> onError) {
        List<Placed> all = new ArrayList<>();
        for (Path file : files) {
            Instant latest = Instant.MIN; // nothing is replayed before what stands ahead of it in its file
            for (ReplayEvent event : read(file, onError)) {
                latest = event.acceptedAt().isAfter(latest) ? event.acceptedAt() : latest;
                all.add(new Placed(event, latest));
            }
        }
        return all.stream()
                .sorted(Comparator.comparing(Placed::at))
                .map(Placed::event)
                .toList();
    }

    /** Of ticks in a row the highest alone tells the same: what was due is judged as of its own instant. */
    private static Collection<ReplayEvent> read(Path file, Consumer<LineError> onError) {
        Deque<ReplayEvent> events = new ArrayDeque<>();
        try (Stream<ReplayLine> lines = ReplayLines.read(file, onError)) {
            lines.map(ReplayEvent::of).forEach(event -> {
                boolean again =
                        event.isTick() && !events.isEmpty() && events.getLast().isTick();
                if (again && !event.acceptedAt().isBefore(events.getLast().acceptedAt())) {
                    events.removeLast();
                    again = false;
                }
                if (!again) {
                    events.add(event);
                }
            });
        } catch (IOException e) {
            throw FileFailure.of(file + " cannot be read", e);
        }
        return events;
    }

    private static ReplayEvent of(ReplayLine line) {
        if (line instanceof ReplayLine.TickLine tick) {
            return new ReplayEvent(new Entry.TickEntry(tick.acceptedAt()), "");
        }
        return line instanceof ReplayLine.ProgrammeLine adoption
                ? new ReplayEvent(new Entry.ProgrammeEntry(adoption.programme(), adoption.acceptedAt()), "")
                : of((ReplayLine.ReportLine) line);
    }

    private static ReplayEvent of(ReplayLine.ReportLine line) {
        ReportedEvent report = line.report();
        Instant acceptedAt = line.acceptedAt() == null ? report.reportedAt() : line.acceptedAt();
        return new ReplayEvent(
                new Entry.ReportEntry(report, acceptedAt, null),
                line.topic() == null ? report.supplier() : line.topic());
    }

    /** When the hub took it. */
    Instant acceptedAt() {
        return entry.acceptedAt();
    }

    /** Whether it is on something that has a day to be met, as all but contracts have. */
    boolean isOnMilestone() {
        ReportedEvent report = entry.report();
        return report != null && report.key().kind() != EventKind.CONTRACT;
    }

    boolean isTick() {
        return entry.isTick();
    }
}
