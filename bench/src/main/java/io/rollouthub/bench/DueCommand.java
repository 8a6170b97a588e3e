package io.rollouthub.bench;

import io.rollouthub.bench.contender.Finish;
import io.rollouthub.bench.contender.Heat;
import io.rollouthub.bench.contender.Heat.Measured;
import io.rollouthub.bench.contender.HubContender;
import io.rollouthub.bench.contender.LongestSteps;
import io.rollouthub.bench.contender.PeerContender;
import io.rollouthub.bench.contender.Running;
import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.ground.ProcessorTime;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.bench.mix.DueSites;
import io.rollouthub.bench.mix.MixProgramme;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.bench.page.Sheet;
import io.rollouthub.bench.peer.Floor;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Very many milestones that are due at one instant. */
@Command(
        name = "due",
        description = "How long it takes until all alerts are told of sites whose day passes at one instant, and the"
                + " longest that a thread of the hub is at one thing meanwhile.")
final class DueCommand implements Callable<Integer> {
    private static final int LOT = 50_000;
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--sites",
            paramLabel = "N",
            split = ",",
            defaultValue = "100000",
            description = "How many sites are due. Default: ${DEFAULT-VALUE}.")
    private List<Integer> sites;

    @Option(
            names = "--clusters",
            paramLabel = "N",
            split = ",",
            defaultValue = "50,1",
            description = "Over how many clusters they are spread. Default: ${DEFAULT-VALUE}.")
    private List<Integer> clusters;

    @Override
    public Integer call() {
        Sheet sheet = new Sheet(
                "due at one instant",
                "s until all is told",
                "alerts/s",
                "records/s",
                "s of processor per 1,000 alerts",
                "longest process() ms",
                "longest punctuation ms",
                "longest commit ms");
        try (Ground ground = Ground.prepare()) {
            for (int many : sites) {
                for (int spread : clusters) {
                    int port = FreePorts.any();
                    for (HubContender hub : options.hubs(Map.of("ROLLOUT_HTTP_PORT", Integer.toString(port)))) {
                        measure(ground, hub, new Case(many, spread, port), sheet);
                    }
                }
                floor(ground, many, sheet);
            }
        }
        options.tell("due", sheet.toString());
        return 0;
    }

    /** What the least of all topologies writes, counted in the same way, when it is given that many reports. */
    private static void floor(Ground ground, int sites, Sheet sheet) {
        PeerContender floor = Floor.contender();
        List<Long> records = new ArrayList<>();
        List<Sent> planned = DueSites.on(ground.today()).planned(sites, MixProgramme.CLUSTERS);
        Measured measured = new Heat(ground, floor)
                .run(planned, turn -> records.add(records(turn, topic -> topic.startsWith(floor.group()))));
        double perReport = (double) (records.get(1) - records.get(0)) / (sites - sites / 4);
        sheet.add(
                floor.name() + ", as many reports",
                "",
                Sheet.number(measured.throughput(), 0) + " reports/s",
                Sheet.number(perReport * measured.throughput(), 0),
                Sheet.number(measured.processorTime(), 3),
                "",
                "",
                "");
    }

    private record Case(int sites, int clusters, int port) {}

    private void measure(Ground ground, HubContender hub, Case due, Sheet sheet) {
        try (Turn turn = Turn.on(ground)) {
            turn.apply(hub.app());
            List<Sent> planned = DueSites.on(ground.today()).planned(due.sites(), due.clusters());
            for (int from = 0; from < planned.size(); from += LOT) {
                turn.publish(turn.encode(planned.subList(from, Math.min(planned.size(), from + LOT))));
            }
            try (Running running = hub.start(turn)) {
                Finish.await(ground.admin(), running);
                BenchOptions.say("all are planned");
                LongestSteps longest = new LongestSteps(due.port());
                Duration before = running.processorTime().plus(ground.brokerTime());
                long records = records(turn, DueCommand::isOfLedger);
                long begun = System.nanoTime();
                tick(turn);
                await(running, ground, longest);
                double seconds = (System.nanoTime() - begun) / 1e9;
                Duration took =
                        running.processorTime().plus(ground.brokerTime()).minus(before);
                sheet.add(
                        hub.name() + ", " + Sheet.number(due.sites(), 0) + " in " + due.clusters()
                                + (due.clusters() == 1 ? " cluster" : " clusters"),
                        Sheet.number(seconds, 1),
                        Sheet.number(due.sites() / seconds, 0),
                        Sheet.number((records(turn, DueCommand::isOfLedger) - records) / seconds, 0),
                        Sheet.number(ProcessorTime.perThousand(took, due.sites()), 3),
                        Sheet.number(longest.of("process"), 0),
                        Sheet.number(longest.of("punctuate"), 0),
                        Sheet.number(longest.of("commit"), 0));
            }
        }
    }

    private static void await(Running running, Ground ground, LongestSteps longest) {
        long[] next = {System.nanoTime()};
        Finish.await(ground.admin(), running, (stage, committed) -> {
            if (System.nanoTime() - next[0] > 0) {
                longest.look();
                next[0] = System.nanoTime() + LOOK_NANOS;
            }
        });
        longest.look();
    }

    private static boolean isOfLedger(String topic) {
        return topic.endsWith("-changelog")
                || Topics.OF_LEDGER.stream().anyMatch(result -> result.name().equals(topic));
    }

    /** What topics hold, ends of transactions among it. */
    private static long records(Turn turn, Predicate<String> which) {
        Admin admin = turn.ground().admin();
        List<String> topics = KafkaClients.topics(admin).stream().filter(which).toList();
        return Positions.highWatermarks(admin, Positions.partitions(admin, topics)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Time has come to the next midnight: the day of all has passed. */
    private static void tick(Turn turn) {
        Instant midnight = turn.ground()
                .today()
                .plusDays(1)
                .atStartOfDay(turn.ground().zone())
                .toInstant();
        byte[] tick = AvroSerde.serializer(Topics.CONTROL, turn.registry())
                .serialize(Topics.CONTROL.name(), new JournalEntry(midnight, null, new Tick()));
        try (Producer<String, byte[]> producer =
                KafkaClients.producer(turn.ground().client(), Map.of())) {
            producer.send(new ProducerRecord<>(Topics.CONTROL.name(), 0, "tick", tick))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a tick was written", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("no tick could be written", e);
        }
    }
}
