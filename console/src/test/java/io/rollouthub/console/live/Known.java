package io.rollouthub.console.live;

import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.Judged;
import io.rollouthub.domain.ledger.Result.Rejection;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import io.rollouthub.explain.Journal;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.topic.Topic;
import io.rollouthub.topology.Outputs;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a console knows of a journal, without a broker between: the ledger's results go to the board as they are published.
 */
public record Known(Board board, LiveJournal journal) {

    public static Known of(Journal entries) {
        Known known = new Known(new Board(), new LiveJournal());
        Ledger ledger = new Ledger(Tables.inMemory());
        for (JournalEntry entry : entries.entries) {
            ledger.apply(Entry.of(entry)).forEach(known::publish);
            ledger.round().forEach(known::publish);
            if (entry.getEntry() instanceof Programme programme) {
                known.board.begin(programme);
            } else if (entry.getEntry() instanceof Tick) {
                known.journal.tick(entry.getAcceptedAt());
            }
            known.journal.reports().accept(List.of(new HeldReports.Placed(0, entry)));
        }
        return known;
    }

    /** Looks at both. */
    public <T> @Nullable T look(BiFunction<Board, JournalStories, @Nullable T> look) {
        return board.<@Nullable T>look(now -> journal.reports().look("", stories -> look.apply(now, stories)));
    }

    /** Adds a refused record as it stands on its topic. */
    public void refuse(Rejected what, byte @Nullable [] value) {
        board.rejected().add(new RejectedBook.Held(what, value == null ? 0 : value.length, Payload.of(value, null)));
    }

    private void publish(Result result) {
        if (result instanceof Rejection rejection) {
            SpecificRecord event = rejection.entry().content();
            board.rejected()
                    .add(new RejectedBook.Held(
                            Rejected.of(event, Outputs.why(rejection)), 1, Payload.of(new byte[1], event)));
        } else if (!(result instanceof Judged)) {
            publish(Outputs.topicOf(result), result);
        }
    }

    private <V extends SpecificRecord> void publish(Topic<V> topic, Result result) {
        board.publish(topic, result.key(), topic.type().cast(result.value()));
    }
}
