package io.rollouthub.entry;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Programme;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What an entry of the journal is: a report, a tick or a programme. */
public sealed interface Entry {

    /** A report that the gate let pass, and the supplier's record that it came in. */
    record ReportEntry(
            ReportedEvent report,
            Instant acceptedAt,
            @Nullable Origin origin) implements Entry {
        @Override
        public String key() {
            return report.cluster();
        }

        @Override
        public SpecificRecord content() {
            return report.event();
        }
    }

    /** Time has reached an instant. */
    record TickEntry(Instant acceptedAt) implements Entry {
        @Override
        public String key() {
            return Topics.TICK_KEY;
        }

        @Override
        public SpecificRecord content() {
            return new Tick();
        }
    }

    /** A programme comes into force. */
    record ProgrammeEntry(Programme programme, Instant acceptedAt) implements Entry {
        @Override
        public String key() {
            return Topics.PROGRAMME_KEY;
        }

        @Override
        public SpecificRecord content() {
            return programme;
        }
    }

    /** What a record of the journal says. */
    static Entry of(JournalEntry entry) {
        Object content = entry.getEntry();
        if (content instanceof Tick) {
            return new TickEntry(entry.getAcceptedAt());
        }
        return content instanceof Programme programme
                ? new ProgrammeEntry(programme, entry.getAcceptedAt())
                : new ReportEntry(ReportedEvent.of((SpecificRecord) content), entry.getAcceptedAt(), entry.getOrigin());
    }

    /** The report in a record of the journal that is known to be one on this thing, whose key is not made anew. */
    static ReportedEvent reportOn(FactKey key, JournalEntry entry) {
        return new ReportedEvent(key.kind(), (SpecificRecord) entry.getEntry(), key);
    }

    /** When the hub's Kafka took it; of a tick, the instant that has been reached. */
    Instant acceptedAt();

    /** The key of its record in the journal: a report's cluster; ticks and programmes have one each. */
    String key();

    /** The record inside its record in the journal. */
    SpecificRecord content();

    /** The supplier's record that a report came in; null for ticks and programmes. */
    default @Nullable Origin origin() {
        return null;
    }

    /** The report that it is, or null. */
    default @Nullable ReportedEvent report() {
        return null;
    }

    /** The programme that it is, or null. */
    default @Nullable Programme programme() {
        return null;
    }

    /** Whether it is a tick. */
    default boolean isTick() {
        return this instanceof TickEntry;
    }

    /** As it stands in the journal. */
    default JournalEntry toRecord() {
        return new JournalEntry(acceptedAt(), origin(), content());
    }
}
