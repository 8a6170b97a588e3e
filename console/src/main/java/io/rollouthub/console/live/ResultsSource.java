package io.rollouthub.console.live;

import io.rollouthub.programme.Programme;
import io.rollouthub.reader.rejected.RefusedEvents;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the output topics, the programme and what was refused into a board. */
final class ResultsSource implements Follower.Source<Board> {
    private static final Logger LOG = LoggerFactory.getLogger(ResultsSource.class);
    private static final Map<String, Topic<?>> TOPICS = Stream.concat(
                    Topics.OUTPUTS.stream(), Stream.of(Topics.PROGRAMME))
            .collect(Collectors.toMap(Topic::name, Function.identity()));

    private final AvroReader values;
    private final RefusedEvents refused;
    private final Notices notices;

    ResultsSource(SchemaRegistry registry, Notices notices) {
        this.values = new AvroReader(
                registry, TOPICS.values().stream().map(Topic::schema).toList());
        this.refused = new RefusedEvents(registry);
        this.notices = notices;
    }

    @Override
    public Collection<String> topics(Set<String> existing) {
        if (!existing.containsAll(TOPICS.keySet())) {
            return List.of();
        }
        return Stream.concat(TOPICS.keySet().stream(), existing.stream().filter(SupplierTopics::isRejected))
                .toList();
    }

    @Override
    public Board begin() {
        return new Board();
    }

    @Override
    public void take(Board board, Iterable<ConsumerRecord<String, byte[]>> records, boolean news) {
        List<Runnable> changes = new ArrayList<>();
        records.forEach(record -> changes.add(change(board, record))); // decoded before anybody has to wait
        board.change(() -> changes.forEach(Runnable::run));
        if (news) {
            records.forEach(this::notice);
        }
    }

    private Runnable change(Board board, ConsumerRecord<String, byte[]> record) {
        Topic<?> topic = TOPICS.get(record.topic());
        if (topic == null) {
            Refused one = refused(record);
            return () -> {
                if (one != null) {
                    board.refuse(one);
                }
            };
        }
        SpecificRecord value = record.value() == null ? null : values.read(record.value());
        return topic.equals(Topics.PROGRAMME)
                ? () -> board.begin((Programme) value)
                : () -> board.publish(topic, record.key(), value);
    }

    private @Nullable Refused refused(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        SpecificRecord event = value == null ? null : refused.read(value);
        try {
            Rejected what = Rejected.of(event, RejectionHeaders.of(record.headers()));
            return new Refused(what, value == null ? 0 : value.length, Payload.of(value, event));
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "{}-{} offset {} is passed over: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            return null;
        }
    }

    private void notice(ConsumerRecord<String, byte[]> record) {
        boolean ofCluster =
                TOPICS.containsKey(record.topic()) && !record.topic().equals(Topics.PROGRAMME.name());
        notices.changed(
                record.topic(),
                ofCluster ? record.key() : null,
                ofCluster ? record.key().split("/", 2)[0] : null);
    }
}
