package io.rollouthub.timetravel;

import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.Judged;
import io.rollouthub.domain.ledger.Result.Rejection;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.topology.Outputs;

/** A journal run again: a ledger whose results a read model keeps as if it had read them from their topics. */
public record Rerun(Ledger ledger, ReadModel model) {

    public Rerun(Tables tables, ReadModel model) {
        this(new Ledger(tables), model);
    }

    /** Applies the next entry; its figures are told by the next {@link #round}. */
    public void apply(JournalEntry entry) {
        ledger.apply(Entry.of(entry)).forEach(this::publish);
    }

    /** Every figure that has moved is told. */
    public void round() {
        ledger.gathered().forEach(this::publish);
    }

    private void publish(Result result) {
        if (result instanceof Rejection rejection) {
            model.reject(Rejected.of(rejection.entry().content(), Outputs.why(rejection)));
        } else if (!(result instanceof Judged)) {
            model.publish(Outputs.topicOf(result), result.key(), result.value());
        }
    }
}
