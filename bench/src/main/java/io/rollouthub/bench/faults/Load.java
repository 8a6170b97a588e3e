package io.rollouthub.bench.faults;

import io.rollouthub.entry.Entry;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCallException;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.report.OriginKey;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What suppliers send while the site fails: reports all the time, and the worst that they can do when it is their turn. */
final class Load implements FaultSource.Inputs, AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration SHORTLY = Duration.ofSeconds(10);

    private static final Map<String, Object> QUICKLY =
            Map.of("max.block.ms", 5_000, "request.timeout.ms", 4_000, "delivery.timeout.ms", 5_000);

    private static final List<String> COMPRESSIONS = List.of("none", "gzip", "snappy", "lz4", "zstd");

    private final DrawnProgramme programme;
    private final Connection hub;
    private final ToldReceiver receiver;
    private final ReportStream counted;
    private final ReportStream luckless;
    private final Set<OriginKey> unknowable = new HashSet<>();
    private final Set<String> forgotten = new HashSet<>();
    private final Set<OriginKey> foreign = ConcurrentHashMap.newKeySet();
    private final Deletions deletions;
    private @Nullable ForeignBytes untaken;

    Load(DrawnProgramme programme, Site site, Connection hub, Random random, Plan plan) throws IOException {
        receiver = ToldReceiver.start();
        this.programme = programme;
        this.hub = hub;
        deletions = new Deletions(hub.client(), plan.limits().patience());
        Instant begin = Instant.now();
        String compression = COMPRESSIONS.get(random.nextInt(COMPRESSIONS.size()));
        counted = new ReportStream(
                site.outside(),
                hub.registry(),
                new DrawnReports(new Random(random.nextLong()), programme.suppliers(), begin),
                new ReportStream.Pace(plan.perSecond(), compression, LONG));
        luckless = new ReportStream(
                site.outside(),
                hub.registry(),
                new DrawnReports(
                        new Random(random.nextLong()), Map.of(DrawnProgramme.LUCKLESS, programme.clusters()), begin),
                new ReportStream.Pace(Math.max(1, plan.perSecond() / 10), compression, SHORT));
    }

    void begin() {
        counted.begin();
        luckless.begin();
    }

    /**
     * Publishes a report on each cluster by which it can be seen that records move, by suppliers that some faults do not touch.
     *
     * @return the clusters on which one has been published
     */
    List<String> publishOverdue(String milestone, List<Fault> but) {
        Set<String> touched = suppliers().stream()
                .filter(supplier -> isTouched(supplier, but))
                .collect(Collectors.toSet());
        return programme.clusters().stream()
                .filter(cluster -> {
                    Optional<String> supplier = programme.supplierOf(cluster, touched);
                    supplier.ifPresent(reporter -> counted.publish(DrawnReports.overdue(milestone, reporter, cluster)));
                    return supplier.isPresent();
                })
                .toList();
    }

    private static boolean isTouched(String supplier, List<Fault> faults) {
        List<String> its = List.of(supplier, SupplierTopics.in(supplier), SupplierTopics.rejected(supplier));
        return faults.stream().flatMap(fault -> fault.touches().stream()).anyMatch(its::contains);
    }

    @Override
    public List<String> suppliers() {
        return List.copyOf(programme.suppliers().keySet());
    }

    @Override
    public void worst(String supplier, WorstRecords records) {
        counted.sendAlone(records.on(supplier, programme.clusters().get(0)));
    }

    @Override
    public void foreign(ForeignBytes bytes) {
        write(bytes);
        untaken = foreign.isEmpty() ? bytes : null;
    }

    private void write(ForeignBytes bytes) {
        byte[] entry = new AvroWriter(hub.registry())
                .write(Topics.JOURNAL.subject(), new Entry.TickEntry(Instant.now()).toRecord());
        try (Admin admin = KafkaClients.admin(hub.client(), SHORTLY);
                Producer<String, byte[]> producer = KafkaClients.producer(hub.client(), QUICKLY)) {
            List<TopicPartition> partitions =
                    Positions.partitions(admin, List.of(Topics.JOURNAL.name(), Topics.CONTROL.name()));
            bytes.on(partitions, entry)
                    .forEach(record -> producer.send(record, (place, failure) -> {
                        if (failure == null) {
                            foreign.add(new OriginKey(place.topic(), place.partition(), place.offset()));
                        }
                    }));
        } catch (KafkaCallException | RegistryUnavailableException e) {
            // Something else is away as well: nobody can write there either.
        }
    }

    @Override
    public void delete(String topic) {
        if (SupplierTopics.isRejected(topic)) {
            forgotten.add(topic);
        }
        deletions.begin(topic);
    }

    @Override
    public void awaitDeleted(String topic) {
        deletions.end(topic);
    }

    @Override
    public void deafen() {
        receiver.beDeaf(true);
    }

    @Override
    public void hearAgain() {
        receiver.beDeaf(false);
    }

    /** Whom a Connect worker is to tell of alerts. */
    ToldReceiver receiver() {
        return receiver;
    }

    /** After a fault: what was refused up to now of a supplier whose topic of refused records was deleted is known by nobody. */
    void forget(List<Fault> faults) {
        for (String supplier : suppliers()) {
            if (faults.stream().anyMatch(fault -> fault.touches().contains(SupplierTopics.rejected(supplier)))) {
                counted.taken().forEach((place, passes) -> {
                    if (!passes && place.topic().equals(SupplierTopics.in(supplier))) {
                        unknowable.add(place);
                    }
                });
            }
        }
    }

    /** Ends it, and says what is to be reckoned. */
    Aftermath.Claims end() {
        counted.end();
        luckless.end();
        if (untaken != null) {
            write(untaken); // something else was away whenever they were written
        }
        Set<String> without = new HashSet<>();
        for (String supplier : suppliers()) {
            if (forgotten.contains(SupplierTopics.rejected(supplier))) {
                without.add(supplier);
            }
        }
        return new Aftermath.Claims(counted.taken(), unknowable, without, suppliers(), foreign);
    }

    /** How many records Kafka has not taken, of suppliers that count. */
    long notTaken() {
        return counted.refused();
    }

    @Override
    public void close() {
        counted.close();
        luckless.close();
        receiver.close();
    }
}
