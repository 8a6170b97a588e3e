package io.rollouthub.hub.replay;

import io.rollouthub.output.Alert;
import io.rollouthub.output.Told;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.OwnNames;
import io.rollouthub.topic.ToldTopics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Keeps of alerts that they are told by the import of a history: no receiver is sent their openings, each their ends. */
public final class ToldByImport {
    private ToldByImport() {}

    /**
     * Writes it for all of them or none.
     *
     * @param open alerts that are open at the end of the history
     * @param at when that is
     */
    public static void write(Connection hub, List<Alert> open, Instant at) {
        AvroWriter avro = new AvroWriter(hub.registry());
        String topic = ToldTopics.IMPORT.name();
        try (Producer<String, byte[]> producer =
                KafkaClients.producer(hub.client(), Map.of("transactional.id", OwnNames.HISTORY_TRANSACTION))) {
            producer.initTransactions();
            producer.beginTransaction();
            for (Alert alert : open) {
                Told told = new Told(alert.getStartsAt(), alert.getState(), at, false);
                String key = ToldTopics.key(alert.getAlertId(), alert.getEpisode());
                producer.send(new ProducerRecord<>(topic, key, avro.write(ToldTopics.IMPORT.subject(), told)));
            }
            producer.commitTransaction();
        }
    }
}
