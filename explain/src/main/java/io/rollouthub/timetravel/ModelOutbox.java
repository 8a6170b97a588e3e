package io.rollouthub.timetravel;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.Topic;
import io.rollouthub.topology.KeyedOutbox;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Takes what a ledger works out into a model. */
public final class ModelOutbox extends KeyedOutbox {
    private final ReadModel model;

    public ModelOutbox(ReadModel model) {
        this.model = model;
    }

    @Override
    protected <V extends SpecificRecord> void publish(Topic<V> topic, String key, @Nullable V value) {
        model.publish(topic, key, value);
    }

    @Override
    protected void refuse(JournalEntry entry, RejectionHeaders why) {
        model.reject(Rejected.of((SpecificRecord) entry.getEntry(), why));
    }
}
