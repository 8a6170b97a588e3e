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
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes the output topics, the programme and the rejected records into a board. */
record ResultsSource(HubRecord.Decoder own, RejectedRecord.Decoder rejected, PendingNotices notices)
        implements Follower.Source<Board, ResultsSource.Change> {
    ResultsSource(SchemaRegistry registry, PendingNotices notices) {
        this(new HubRecord.Decoder(registry), new RejectedRecord.Decoder(registry), notices);
    }

    /** What a record does to a board, with the key of the cluster's thing that it is on; null: on none. */
    record Change(String topic, @Nullable String key, Consumer<Board> change) {}

    @Override
    public Collection<String> topics(Set<String> existing) {
        return HubTopics.arePrepared(existing)
                ? Stream.concat(HubTopics.told(existing).stream(), Stream.of(Topics.PROGRAMME.name()))
                        .toList()
                : List.of();
    }

    @Override
    public Board begin() {
        return new Board();
    }

    @Override
    public Change decode(ConsumerRecord<String, byte[]> record) {
        if (SupplierTopics.isRejected(record.topic())) {
            RejectedBook.Held one = rejected(record);
            return new Change(record.topic(), null, board -> board.rejected().add(one));
        }
        HubRecord read = own.read(record);
        return read.topic().equals(Topics.PROGRAMME)
                ? new Change(record.topic(), null, board -> board.begin((Programme) read.value()))
                : new Change(
                        record.topic(), read.key(), board -> board.publish(read.topic(), read.key(), read.value()));
    }

    private RejectedBook.Held rejected(ConsumerRecord<String, byte[]> record) {
        try {
            RejectedRecord one = rejected.read(record);
            byte[] value = record.value();
            return new RejectedBook.Held(one.what(), value == null ? 0 : value.length, Payload.of(value, one.event()));
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
