package io.rollouthub.console.live;

import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Follower;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.reader.rejected.RejectedRecord;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.UndecodableException;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes the output topics, the programme and the rejected records into a board. */
final class ResultsSource implements Follower.Source<Board, ResultsSource.Change> {
    private final HubRecord.Decoder own;
    private final RejectedRecord.Decoder rejected;
    private final Notices notices;

    ResultsSource(SchemaRegistry registry, Notices notices) {
        this.own = new HubRecord.Decoder(registry);
        this.rejected = new RejectedRecord.Decoder(registry);
        this.notices = notices;
    }

    /**
     * What a record does to a board.
     *
     * @param key of the cluster's thing that it is on; null: on none
     */
    record Change(String topic, @Nullable String key, Consumer<Board> change) {}

    @Override
    public Collection<String> topics(Set<String> existing) {
        if (!HubTopics.arePrepared(existing)) {
            return List.of();
        }
        List<String> topics = new ArrayList<>(HubTopics.told(existing));
        topics.add(Topics.PROGRAMME.name());
        return topics;
    }

    @Override
    public Board begin() {
        return new Board();
    }

    @Override
    public Change decode(ConsumerRecord<String, byte[]> record) {
        if (SupplierTopics.isRejected(record.topic())) {
            HeldRejected one = rejected(record);
            return new Change(record.topic(), null, board -> board.reject(one));
        }
        HubRecord read = own.read(record);
        return read.topic().equals(Topics.PROGRAMME)
                ? new Change(record.topic(), null, board -> board.begin((Programme) read.value()))
                : new Change(
                        record.topic(), read.key(), board -> board.publish(read.topic(), read.key(), read.value()));
    }

    private HeldRejected rejected(ConsumerRecord<String, byte[]> record) {
        try {
            return HeldRejected.of(rejected.read(record));
        } catch (IllegalArgumentException e) {
            throw new UndecodableException(String.valueOf(e.getMessage()), e); // none of the hub's
        }
    }

    @Override
    public void take(Board board, List<Change> changes, boolean news) {
        board.change(() -> changes.forEach(one -> one.change().accept(board)));
        if (news) {
            changes.forEach(one -> notices.changed(
                    one.topic(), one.key(), one.key() == null ? null : one.key().split("/", 2)[0]));
        }
    }
}
