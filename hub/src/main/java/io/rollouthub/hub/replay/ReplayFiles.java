package io.rollouthub.hub.replay;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.jsonl.LineError;
import io.rollouthub.reader.journal.ReplayLine;
import io.rollouthub.reader.journal.ReplayLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The events of a replay: each file in its own order, several files merged by acceptedAt. */
public final class ReplayFiles {
    private ReplayFiles() {}

    /**
     * All events in the order in which they are replayed.
     *
     * @param onError is told of each line that holds no event
     * @throws UncheckedIOException if a file cannot be read
     */
    static List<ReplayEvent> read(List<Path> files, Consumer<LineError> onError) {
        List<Deque<ReplayEvent>> queues = new ArrayList<>();
        for (Path file : files) {
            queues.add(read(file, onError));
        }
        List<ReplayEvent> events = new ArrayList<>();
        for (Deque<ReplayEvent> next = first(queues); !next.isEmpty(); next = first(queues)) {
            events.add(next.remove());
        }
        return events;
    }

    private static Deque<ReplayEvent> first(List<Deque<ReplayEvent>> queues) {
        Deque<ReplayEvent> first = new ArrayDeque<>();
        for (Deque<ReplayEvent> queue : queues) {
            if (!queue.isEmpty()
                    && (first.isEmpty()
                            || queue.peek().acceptedAt().isBefore(first.peek().acceptedAt()))) {
                first = queue;
            }
        }
        return first;
    }

    private static Deque<ReplayEvent> read(Path file, Consumer<LineError> onError) {
        Deque<ReplayEvent> events = new ArrayDeque<>();
        try (Stream<ReplayLine> lines = ReplayLines.read(file, onError)) {
            lines.map(ReplayEvent::of).forEach(event -> {
                if (event.isTick()) {
                    addTick(events, event);
                } else {
                    events.add(event);
                }
            });
        } catch (IOException e) {
            throw FileFailure.of(file + " cannot be read", e);
        }
        return events;
    }

    /** Of ticks in a row the last one alone tells the same: what was due is judged as of its own instant. */
    private static void addTick(Deque<ReplayEvent> events, ReplayEvent tick) {
        if (!events.isEmpty() && events.getLast().isTick()) {
            events.removeLast();
        }
        events.add(tick);
    }
}
