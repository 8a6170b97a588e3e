package io.rollouthub.console.live;

import io.rollouthub.entry.Entry;
import io.rollouthub.entry.EntryReader;
import io.rollouthub.entry.UnreadableEntryException;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.JudgedUpTo;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.Follower;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.reader.LeftOutEntries;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.MilestoneKey;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.UndecodableException;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the journal tells so far, and how far the hub's clock has come. */
public final class LiveJournal {
    private static final Logger LOG = LoggerFactory.getLogger(LiveJournal.class);

    /** Some 50 MB; what is looked at in one cluster of most programmes is less by far. */
    private static final int MOST_REPORTS = 50_000;

    private final HeldReports reports = new HeldReports(MOST_REPORTS);
    private volatile @Nullable Instant clock;
    private volatile @Nullable Instant lastTick;
    private volatile long ticks;

    /** Its reports. */
    HeldReports reports() {
        return reports;
    }

    /** Notes a tick of the journal, which is in every partition; whether the clock is later by it. */
    boolean tick(Instant instant) {
        if (isLater(instant, lastTick)) {
            lastTick = instant;
            ticks++;
        }
        return reach(instant);
    }

    /** The clock has come so far; whether that is later than all before. */
    boolean reach(Instant instant) {
        boolean later = isLater(instant, clock);
        clock = later ? instant : clock;
        return later;
    }

    private static boolean isLater(Instant instant, @Nullable Instant than) {
        return than == null || instant.isAfter(than);
    }

    @Nullable
    Instant clock() {
        return clock;
    }

    long ticks() {
        return ticks;
    }

    /** Takes the journal in and gives notice of what is new in it. */
    static final class Source implements Follower.Source<LiveJournal, HubRecord> {
        private static final String TOPIC = Topics.JOURNAL.name();
        private static final String CLOCK = Topics.CLOCK.name();

        private final Connection hub;
        private final PendingNotices notices;
        private final HubRecord.Decoder decoder;
        private @Nullable EntryReader entries;

        Source(Connection hub, PendingNotices notices) {
            this.hub = hub;
            this.notices = notices;
            this.decoder = new HubRecord.Decoder(hub.registry());
        }

        @Override
        public Collection<String> topics(Set<String> existing) {
            return HubTopics.arePrepared(existing) ? List.of(TOPIC, CLOCK) : List.of();
        }

        @Override
        public Follower.Extent extent(TopicPartition partition) {
            return partition.topic().equals(CLOCK) ? Follower.Extent.NEWS : Follower.Extent.ALL;
        }

        @Override
        public LiveJournal begin() {
            LiveJournal journal = new LiveJournal();
            entries = LeftOutEntries.reader(hub, skipped -> LOG.warn("{}", skipped.line()));
            HubClock clock = HubClock.read(hub);
            if (clock != null) {
                journal.reach(clock.tick());
            }
            return journal;
        }

        @Override
        public HubRecord decode(ConsumerRecord<String, byte[]> record) {
            if (entries == null || !record.topic().equals(TOPIC)) {
                return decoder.read(record);
            }
            try {
                return new HubRecord(Topics.JOURNAL, record.partition(), record.key(), entries.read(record));
            } catch (UnreadableEntryException e) {
                throw new UndecodableException(e.what(), e); // where the ledger stands, what is known is shown
            }
        }

        @Override
        public void take(LiveJournal journal, List<HubRecord> records, boolean news) {
            journal.reports().accept(entries(records));
            for (HubRecord record : records) {
                boolean later = record.value() instanceof JudgedUpTo clock && journal.reach(clock.getAt());
                ReportedEvent report = null;
                if (record.value() instanceof JournalEntry entry) {
                    Entry what = Entry.of(entry);
                    later = what.isTick() && journal.tick(what.acceptedAt());
                    report = what.report();
                }
                if (news && later) {
                    notices.ticked();
                } else if (news && report != null) {
                    notices.changed(TOPIC, keyOf(report), report.cluster());
                }
            }
        }

        private static List<HeldReports.Placed> entries(List<HubRecord> records) {
            List<HeldReports.Placed> entries = new ArrayList<>();
            for (HubRecord record : records) {
                if (record.value() instanceof JournalEntry entry) {
                    entries.add(new HeldReports.Placed(record.partition(), entry));
                }
            }
            return entries;
        }

        /** The milestone that a report is on, if it is on one. */
        private static String keyOf(ReportedEvent report) {
            return report.key().kind() == EventKind.CONTRACT
                    ? report.cluster()
                    : new MilestoneKey(report.cluster(), report.key().milestone()).toString();
        }
    }
}
