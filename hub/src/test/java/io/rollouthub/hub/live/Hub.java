package io.rollouthub.hub.live;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.TopicIntake;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.testkit.Run;
import io.rollouthub.timetravel.TimeTravel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

/** What can be seen of a hub in its topics, while it runs elsewhere. */
public final class Hub implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(150);

    private final Connection connection;

    public Hub(String bootstrapServers, String registryUrl) {
        // An application of Kafka Streams is not started on this connection, so its folder is never used.
        connection = new Connection(bootstrapServers, SchemaRegistry.at(registryUrl, Map.of()), Path.of("unused"));
    }

    public Connection connection() {
        return connection;
    }

    public ReadModel now() {
        return new HubReader(connection).now();
    }

    /** Waits until the results are as wanted, reading on where it was. */
    public ReadModel await(String what, Predicate<ReadModel> wanted) {
        ReadModel model = new ReadModel();
        TopicIntake intake = new TopicIntake(connection.registry(), model);
        Set<String> known = new HashSet<>();
        try (Admin admin = KafkaClients.admin(connection.client());
                TopicReader reader = new TopicReader(connection.client(), List.of())) {
            return Awaitility.await(what)
                    .atMost(PATIENCE)
                    .pollInterval(POLL)
                    .until(
                            () -> {
                                List<String> more = HubTopics.told(KafkaClients.topics(admin)).stream()
                                        .filter(known::add)
                                        .toList();
                                if (!more.isEmpty()) {
                                    reader.add(more);
                                }
                                reader.readToEnd(intake::accept);
                                return model;
                            },
                            wanted);
        }
    }

    /** Waits for a tick later than an instant. */
    public void awaitTickAfter(Instant instant) {
        Awaitility.await("a tick after " + instant)
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> {
                    HubClock clock = HubClock.read(connection);
                    return clock != null && clock.tick().isAfter(instant);
                });
    }

    /** The transitions of alerts on a milestone or supplier, in order. */
    public List<AlertTransition> transitionsOf(String alertId) {
        return now().transitions().stream()
                .filter(transition -> transition.getAlertId().equals(alertId))
                .toList();
    }

    /** The entries of the journal, in order per partition. */
    private SortedMap<Integer, List<JournalEntry>> journal() {
        SortedMap<Integer, List<JournalEntry>> entries = new TreeMap<>();
        new HubReader(connection)
                .journal((partition, entry) -> entries.computeIfAbsent(partition, number -> new ArrayList<>())
                        .add(entry));
        return entries;
    }

    /** What became of all that suppliers sent, for {@link io.rollouthub.testkit.Guarantee}s to judge. */
    public Run run(Collection<String> sent) {
        HubReader reader = new HubReader(connection);
        ReadModel told = reader.now();
        List<String> rejected = told.rejected().stream().map(Hub::eventId).toList();
        List<AlertTransition> expected = TimeTravel.of(reader, Instant.now()).transitions();
        return new Run(sent, journal(), rejected, told.transitions(), expected);
    }

    private static String eventId(Rejected rejected) {
        return Objects.requireNonNullElse(rejected.eventId(), "no event");
    }

    /** How often each event was accepted or refused. */
    public SortedMap<String, Integer> judged() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        journal()
                .values()
                .forEach(entries -> entries.forEach(entry -> {
                    if (entry.getEntry() instanceof SpecificRecord event && ReportedEvent.isOne(event)) {
                        counts.merge(ReportedEvent.of(event).eventId(), 1, Integer::sum);
                    }
                }));
        for (Rejected rejected : now().rejected()) {
            counts.merge(eventId(rejected), 1, Integer::sum);
        }
        return counts;
    }

    @Override
    public void close() {
        connection.registry().close();
    }
}
