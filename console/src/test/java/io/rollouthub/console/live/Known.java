package io.rollouthub.console.live;

import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.explain.Journal;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.Topic;
import io.rollouthub.topology.KeyedOutbox;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a console knows of a journal, without a broker between: the ledger's results go to the board as they are published.
 */
public record Known(Board board, Annals annals) {

    public static Known of(Journal journal) {
        Known known = new Known(new Board(), new Annals());
        Ledger ledger = new Ledger(Tables.inMemory(), known.new ToBoard());
        for (JournalEntry entry : journal.entries) {
            ledger.apply(entry);
            if (entry.getEntry() instanceof Programme programme) {
                known.board.begin(programme);
            } else if (entry.getEntry() instanceof Tick) {
                known.annals.tick(entry.getAcceptedAt());
            }
            known.annals.look(stories -> {
                stories.accept(0, entry);
                return true;
            });
        }
        return known;
    }

    /** Adds a refused record as it stands on its topic. */
    public void refuse(Rejected what, byte @Nullable [] value) {
        board.refuse(new Refused(what, value == null ? 0 : value.length, Payload.of(value, null)));
    }

    private final class ToBoard extends KeyedOutbox {
        @Override
        protected <V extends SpecificRecord> void publish(Topic<V> topic, String key, @Nullable V value) {
            board.publish(topic, key, value);
        }

        @Override
        protected void refuse(JournalEntry entry, RejectionHeaders why) {
            SpecificRecord event = (SpecificRecord) entry.getEntry();
            board.refuse(new Refused(Rejected.of(event, why), 1, Payload.of(new byte[1], event)));
        }
    }
}
