package io.rollouthub.bench.contender;

import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * How far one stage of a contender is, by what its group has committed.
 *
 * @param reads which topics are its input
 */
public record Passage(String stage, String group, Predicate<String> reads) {

    static Passage of(Stage stage) {
        return new Passage(stage.title(), stage.group(), topic -> !stage.inputs(List.of(topic))
                .isEmpty());
    }

    /** The positions committed in its input. */
    public Map<TopicPartition, Long> committed(Admin admin) {
        return Stage.committed(admin, group).entrySet().stream()
                .filter(at -> at.getValue() != null && reads.test(at.getKey().topic()))
                .collect(Collectors.toMap(Map.Entry::getKey, at -> at.getValue().offset()));
    }

    /** Where its input ends now. */
    Map<TopicPartition, Long> ends(Admin admin) {
        List<String> topics = KafkaClients.topics(admin).stream().filter(reads).toList();
        return Positions.highWatermarks(admin, Positions.partitions(admin, topics));
    }
}
