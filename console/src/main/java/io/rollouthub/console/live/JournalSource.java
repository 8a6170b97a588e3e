package io.rollouthub.console.live;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Takes the journal into the annals. */
final class JournalSource implements Follower.Source<Annals> {
    private static final String TOPIC = Topics.JOURNAL.name();

    private final Deserializer<JournalEntry> entries;
    private final Notices notices;

    JournalSource(SchemaRegistry registry, Notices notices) {
        this.entries = AvroSerde.deserializer(Topics.JOURNAL, registry);
        this.notices = notices;
    }

    private record Line(int partition, JournalEntry entry) {}

    @Override
    public Collection<String> topics(Set<String> existing) {
        return existing.contains(TOPIC) ? List.of(TOPIC) : List.of();
    }

    @Override
    public Annals begin() {
        return new Annals();
    }

    @Override
    public void take(Annals annals, Iterable<ConsumerRecord<String, byte[]>> records, boolean news) {
        List<Line> lines = new ArrayList<>();
        records.forEach(
                record -> lines.add(new Line(record.partition(), entries.deserialize(record.topic(), record.value()))));
        annals.look(stories -> {
            lines.forEach(line -> stories.accept(line.partition(), line.entry()));
            return null;
        });
        for (Line line : lines) {
            Entry what = Entry.of(line.entry());
            boolean later = what.isTick() && annals.tick(what.acceptedAt());
            ReportedEvent report = what.report();
            if (news && later) {
                notices.ticked();
            } else if (news && report != null) {
                notices.changed(TOPIC, keyOf(report), report.cluster());
            }
        }
    }

    /** The milestone that a report is on, if it is on one. */
    private static String keyOf(ReportedEvent report) {
        return report.key().kind() == EventKind.CONTRACT
                ? report.cluster()
                : report.cluster() + "/" + report.key().milestone();
    }
}
