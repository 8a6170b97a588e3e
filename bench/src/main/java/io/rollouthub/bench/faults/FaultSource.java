package io.rollouthub.bench.faults;

import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws faults: what, on which part of the site, for how long. The same random source draws the same. */
final class FaultSource {
    static final String FOREIGN = "foreign bytes on the journal and on control";

    private static final int KINDS = 18;

    private final Random random;
    private final Site site;
    private final Limits limits;
    private final Inputs inputs;

    /** What suppliers, and who is told of alerts, do that is a fault. */
    interface Inputs {
        /** The suppliers whose records are reckoned. */
        List<String> suppliers();

        /** Writes the worst records to a supplier's topic. */
        void worst(String supplier, WorstRecords records);

        /** Writes to the journal and the control topic what is no entry. */
        void foreign(ForeignBytes bytes);

        /** Deletes a topic of a supplier, and counts no more what was refused so far if it is the one of refused records. */
        void delete(String topic);

        /** Waits until that is done, which it may not be yet if something else is away. */
        void awaitDeleted(String topic);

        /** Whoever is told of alerts does not hear. */
        void deafen();

        void hearAgain();
    }

    FaultSource(Random random, Site site, Limits limits, Inputs inputs) {
        this.random = random;
        this.site = site;
        this.limits = limits;
        this.inputs = inputs;
    }

    /** One fault, or two that go on at once. */
    List<Fault> next() {
        List<Fault> faults = new ArrayList<>(List.of(draw()));
        if (random.nextInt(4) == 0) {
            Fault second = draw();
            if (second.touches().stream().noneMatch(faults.get(0).touches()::contains)) {
                faults.add(second);
            }
        }
        return faults;
    }

    private Fault draw() {
        Duration hold = limits.aHold(random);
        Duration absence = limits.anAbsence(random);
        Part instance = any(site.instances());
        Part broker = any(site.brokers());
        String supplier = any(inputs.suppliers());
        return switch (random.nextInt(KINDS)) {
            case 0, 1 -> new Fault.Killed("kill -9 of an instance", List.of(instance), hold.dividedBy(4));
            case 2 -> new Fault.Held("SIGSTOP of an instance", instance, hold);
            case 3 -> new Fault.Killed("kill -9 of both instances", site.instances(), hold.dividedBy(4));
            case 4 -> new Fault.Killed("a broker away", List.of(broker), absence);
            case 5 -> new Fault.Held("SIGSTOP of a broker", broker, hold);
            case 6 -> new Fault.Killed("all brokers away", site.brokers(), absence);
            case 7 -> new Fault.Killed("the registry away", List.of(site.registry()), absence);
            case 8 -> new Fault.Held("SIGSTOP of the registry", site.registry(), hold);
            case 9 -> new Fault.Broken("a broker's connections cut", List.of(any(site.wires())), Wire::cut, hold);
            case 10 -> new Fault.Broken("all brokers' connections silent", site.wires(), Wire::silence, hold);
            case 11 ->
                new Fault.Broken("the registry's connections cut", List.of(site.registryWire()), Wire::cut, hold);
            case 12 -> worst(supplier);
            case 13 ->
                site.disk()
                        .map(disk -> full(disk, hold))
                        .orElseGet(() -> new Fault.Killed("a broker away", List.of(broker), absence));
            case 14 -> worker(hold).orElseGet(() -> new Fault.Held("SIGSTOP of an instance", instance, hold));
            case 15 ->
                new Fault.Done("nobody hears of alerts", "receiver", hold, inputs::deafen, inputs::hearAgain, false);
            case 16 -> foreign();
            default -> deleted(random.nextBoolean() ? SupplierTopics.rejected(supplier) : luckless(), hold);
        };
    }

    private Optional<Fault> worker(Duration hold) {
        boolean killed = random.nextBoolean();
        return site.worker()
                .map(worker -> killed
                        ? new Fault.Killed("kill -9 of the worker", List.of(worker), hold.dividedBy(4))
                        : new Fault.Held("SIGSTOP of the worker", worker, hold));
    }

    /** Kafka ends a broker that cannot write; it is started again once there is room. */
    private Fault full(SmallDisk disk, Duration hold) {
        Part first = site.brokers().get(0);
        return new Fault.Done("a broker's disk full", first.name(), hold, disk::fill, disk::clear, false);
    }

    private static String luckless() {
        return SupplierTopics.in(DrawnProgramme.LUCKLESS);
    }

    private Fault worst(String supplier) {
        WorstRecords records = new WorstRecords(new Random(random.nextLong()));
        return new Fault.Done(
                "the worst records", supplier, Duration.ZERO, () -> inputs.worst(supplier, records), () -> {}, true);
    }

    private Fault foreign() {
        ForeignBytes bytes = new ForeignBytes(new Random(random.nextLong()));
        return new Fault.Done(
                FOREIGN, Topics.JOURNAL.name(), Duration.ZERO, () -> inputs.foreign(bytes), () -> {}, true);
    }

    private Fault deleted(String topic, Duration hold) {
        Runnable delete = () -> inputs.delete(topic);
        String kind =
                SupplierTopics.isRejected(topic) ? "a topic of rejected records deleted" : "a supplier's topic deleted";
        Runnable makeAnew = () -> {
            inputs.awaitDeleted(topic);
            site.applyWithin(limits.patience());
        };
        return new Fault.Done(kind, topic, hold, delete, makeAnew, true);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
