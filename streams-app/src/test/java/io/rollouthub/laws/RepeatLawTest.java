package io.rollouthub.laws;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.laws.Writing.Line;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A repeated event changes nothing but the count of repeats (and the clock). */
@Execution(ExecutionMode.CONCURRENT)
class RepeatLawTest {

    @Test
    void repeatsAmongTheEntriesChangeNothingButTheirCount(@Seed long seed) {
        Laws.holdOnSmall(seed, journal -> {
            Set<JournalEntry> accepted = Set.copyOf(AcceptedReports.of(journal));
            Random random = new Random(journal.size());
            Run plain = new Run();
            Run repeating = new Run();
            List<JournalEntry> seen = new ArrayList<>();
            for (JournalEntry entry : journal) {
                plain.apply(entry);
                repeating.apply(entry);
                if (accepted.contains(entry)) {
                    seen.add(entry);
                }
                if (!seen.isEmpty() && random.nextInt(3) == 0) {
                    JournalEntry again = Bytes.readBack(seen.get(random.nextInt(seen.size())));
                    String broken = repeating.repeat(again);
                    if (broken != null) {
                        return broken;
                    }
                }
            }
            return Writing.difference(plain.uncounted(), repeating.uncounted());
        });
    }

    private static final class Run {
        private final Writing writing = new Writing();
        private final List<Line> uncounted = new ArrayList<>();

        void apply(JournalEntry entry) {
            writing.apply(entry);
            for (Line line : writing.lines) {
                uncounted.add(
                        line.value() instanceof ClusterStatus status
                                ? Line.of(line.what(), line.key(), without(status))
                                : line);
            }
            writing.lines.clear();
        }

        /** What a repeat does more than count itself, in words; null if nothing. */
        @Nullable
        String repeat(JournalEntry entry) {
            writing.apply(entry);
            List<Line> lines = List.copyOf(writing.lines);
            writing.lines.clear();
            return lines.size() == 2
                            && lines.get(0).what().equals(Writing.KNOWN)
                            && lines.get(1).value() instanceof ClusterStatus status
                            && status.getDuplicates() > 0
                    ? null
                    : "repeat of " + entry + " gives " + lines;
        }

        List<Line> uncounted() {
            return uncounted;
        }

        private static ClusterStatus without(ClusterStatus status) {
            return ClusterStatus.newBuilder(status).setDuplicates(0).build();
        }
    }
}
