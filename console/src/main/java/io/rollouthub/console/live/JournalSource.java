package io.rollouthub.console.live;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.Follower;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.MilestoneKey;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes the journal into the annals. */
final class JournalSource implements Follower.Source<Annals, JournalSource.Line> {
    private static final String TOPIC = Topics.JOURNAL.name();

    private final HubRecord.Decoder decoder;
    private final Notices notices;

    JournalSource(SchemaRegistry registry, Notices notices) {
        this.decoder = new HubRecord.Decoder(registry);
        this.notices = notices;
    }

    record Line(int partition, JournalEntry entry) {}

    @Override
    public Collection<String> topics(Set<String> existing) {
        return HubTopics.arePrepared(existing) ? List.of(TOPIC) : List.of();
    }

    @Override
    public Annals begin() {
        return new Annals();
    }

    @Override
    public Line decode(ConsumerRecord<String, byte[]> record) {
        return new Line(record.partition(), (JournalEntry)
                Objects.requireNonNull(decoder.read(record).value()));
    }

    @Override
    public void take(Annals annals, List<Line> lines, boolean news) {
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
                : new MilestoneKey(report.cluster(), report.key().milestone()).toString();
    }
}
