package io.rollouthub.reader;

import io.rollouthub.entry.Entry;
import io.rollouthub.entry.EntryReader;
import io.rollouthub.entry.PassedOverEntries;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.JudgedUpTo;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A hub's clock: the latest instant up to which everything is judged, its last tick, and its age by this machine's clock. */
public record HubClock(Instant tick, Duration age) {
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);
    private static final TopicPartition CLOCK = new TopicPartition(Topics.CLOCK.name(), 0);
    private static final TopicPartition JOURNAL = new TopicPartition(Topics.JOURNAL.name(), 0);

    /** The clock of which this is the last tick. */
    public static HubClock at(Instant tick) {
        return new HubClock(tick, Duration.between(tick, Instant.now()));
    }

    /** The age in seconds; a tick by a clock that is ahead of this machine's has none. */
    public double ageSeconds() {
        return Math.max(0, age.toMillis() / 1e3);
    }

    /** Whether the next tick should have come long ago, even if it was held for as long as it may be. */
    public boolean standsStill(ClockSettings settings) {
        return age.compareTo(settings.interval().plus(settings.maxHold()).plus(ON_ITS_WAY)) > 0;
    }

    /** The age for people, such as {@code 3 h 20 min ago}; the page, whose clock goes on, words it so itself. */
    public String ageInWords() {
        return inWords(age) + " ago";
    }

    /** A length of time for people. */
    public static String inWords(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 120) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + " h " + minutes % 60 + " min" : hours / 24 + " days";
    }

    /**
     * Reads it; null if it has never ticked. A hub of before tells its clock by the journal's last tick alone; so does one
     * whose journal was imported, until it runs.
     */
    public static @Nullable HubClock read(Connection hub) {
        HubRecord.Decoder decoder = new HubRecord.Decoder(hub.registry());
        EntryReader entries = new EntryReader(hub.registry(), PassedOverEntries.NONE, skipped -> {});
        try (PartitionLook look = new PartitionLook(hub.client())) {
            Instant told = look.last(List.of(CLOCK), record -> told(decoder.read(record)))
                    .get(CLOCK);
            Instant tick = told != null
                    ? told
                    : look.last(List.of(JOURNAL), record -> tick(entries.read(record)))
                            .get(JOURNAL); // from its end backwards: a tick is in every partition
            return tick == null ? null : at(tick);
        }
    }

    private static @Nullable Instant told(HubRecord record) {
        return record.value() instanceof JudgedUpTo clock ? clock.getAt() : null;
    }

    private static @Nullable Instant tick(@Nullable JournalEntry entry) {
        return entry != null && Entry.of(entry).isTick() ? entry.getAcceptedAt() : null;
    }
}
