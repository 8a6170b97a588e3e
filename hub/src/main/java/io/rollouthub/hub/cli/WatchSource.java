package io.rollouthub.hub.cli;

import io.rollouthub.reader.Follower;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.report.ClusterKeys;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes in results that are watched, and has those printed that are there, then every change.
 *
 * @param cluster the only one of interest; null: all
 */
record WatchSource(
        HubRecord.Decoder decoder,
        WatchSubject subject,
        @Nullable String cluster,
        WatchPrinter printer) implements Follower.Source<WatchSource.Seen, HubRecord> {
    /**
     * What has come.
     *
     * @param atFirst what was there
     * @param latest of each key of a topic
     */
    record Seen(ReadModel atFirst, Map<String, SpecificRecord> latest) {}

    @Override
    public Collection<String> topics(Set<String> existing) {
        return HubTopics.arePrepared(existing) ? subject.topics() : List.of();
    }

    @Override
    public Seen begin() {
        return new Seen(new ReadModel(), new HashMap<>());
    }

    @Override
    public HubRecord decode(ConsumerRecord<String, byte[]> record) {
        return decoder.read(record);
    }

    @Override
    public void take(Seen seen, List<HubRecord> results, boolean news) {
        for (HubRecord result : results) {
            String key = result.key();
            if (cluster == null || key.equals(cluster) || key.startsWith(ClusterKeys.path(cluster))) {
                take(seen, result, news);
            }
        }
    }

    private void take(Seen seen, HubRecord result, boolean news) {
        String place = result.topic().name() + "/" + result.key();
        SpecificRecord before = result.value() == null
                ? seen.latest().remove(place)
                : seen.latest().put(place, result.value());
        if (news) {
            if (subject.tells(result.topic())) {
                printer.change(result, before);
            }
        } else {
            seen.atFirst().publish(result.topic(), result.key(), result.value());
        }
    }

    @Override
    public void begun(Seen seen) {
        printer.begin(subject, seen.atFirst());
    }
}
