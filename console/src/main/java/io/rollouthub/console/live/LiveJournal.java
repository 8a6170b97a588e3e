package io.rollouthub.console.live;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.Follower;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.MilestoneKey;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the journal tells so far. */
public final class LiveJournal {
    /** Some 50 MB; what is looked at in one cluster of most programmes is less by far. */
    private static final int MOST_REPORTS = 50_000;

    private final HeldReports reports = new HeldReports(MOST_REPORTS);
    private volatile @Nullable Instant lastTick;
    private volatile long ticks;

    /** Its reports. */
    HeldReports reports() {
        return reports;
    }

    /** Notes a tick, which is in every partition; whether it is later than all before. */
    boolean tick(Instant instant) {
        Instant last = lastTick;
        if (last != null && !instant.isAfter(last)) {
            return false;
        }
        lastTick = instant;
        ticks++;
        return true;
    }

    @Nullable
    Instant lastTick() {
        return lastTick;
    }

    long ticks() {
        return ticks;
    }

    /** Takes the journal in and gives notice of what is new in it. */
    record Source(HubRecord.Decoder decoder, PendingNotices notices) implements Follower.Source<LiveJournal, Line> {
        private static final String TOPIC = Topics.JOURNAL.name();

        Source(SchemaRegistry registry, PendingNotices notices) {
            this(new HubRecord.Decoder(registry), notices);
        }

        @Override
        public Collection<String> topics(Set<String> existing) {
            return HubTopics.arePrepared(existing) ? List.of(TOPIC) : List.of();
        }

        @Override
        public LiveJournal begin() {
            return new LiveJournal();
        }

        @Override
        public Line decode(ConsumerRecord<String, byte[]> record) {
            return new Line(
                    (JournalEntry) Objects.requireNonNull(decoder.read(record).value()));
        }

        @Override
        public void take(LiveJournal journal, List<Line> lines, boolean news) {
            journal.reports().accept(lines.stream().map(Line::entry).toList());
            for (Line line : lines) {
                Entry what = Entry.of(line.entry());
                boolean later = what.isTick() && journal.tick(what.acceptedAt());
                ReportedEvent report = what.report();
                if (news && later) {
                    notices.ticked();
                } else if (news && report != null) {
                    notices.changed(TOPIC, keyOf(report), report.cluster());
                }
            }
        }

        /** The milestone that a report is on, if it is on one. */
        private static String keyOf(ReportedEvent report) {
            return report.key().kind() == EventKind.CONTRACT
                    ? report.cluster()
                    : new MilestoneKey(report.cluster(), report.key().milestone()).toString();
        }
    }

    record Line(JournalEntry entry) {}
}
