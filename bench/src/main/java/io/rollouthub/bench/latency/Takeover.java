package io.rollouthub.bench.latency;

import io.rollouthub.bench.contender.Finish;
import io.rollouthub.bench.contender.HubContender;
import io.rollouthub.bench.contender.Running;
import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.ground.Lot;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.bench.mix.MixProgramme;
import io.rollouthub.bench.mix.Overdue;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.Stage;
import io.rollouthub.report.MilestoneKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.GroupState;

/** Of two instances one is killed, again and again, while overdue sites are reported on all clusters. */
public record Takeover(Ground ground, HubContender hub, int perSecond) {
    private static final int LINGER = 5;
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /**
     * Kills so many times.
     *
     * @return of each kill the milliseconds from it to each cluster's first transition by a report that is sent behind it
     */
    public List<Histogram> run(List<Sent> first, int kills) {
        List<Histogram> gaps = new ArrayList<>();
        try (Turn turn = Turn.on(ground)) {
            turn.apply(hub.app());
            turn.publish(turn.encode(first));
            Running stays = hub.startBeside(turn, "instance-0");
            try {
                Finish.await(ground.admin(), stays);
                for (int kill = 0; kill < kills; kill++) {
                    Running other = hub.startBeside(turn, "instance-" + (kill + 1));
                    try {
                        awaitBoth();
                        gaps.add(measure(turn, stays, kill));
                    } finally {
                        stays.close();
                        stays = other; // is killed next, so that each has been both
                    }
                }
            } finally {
                stays.close();
            }
        }
        return gaps;
    }

    /** Until both instances have tasks of the ledger; the gate has one for each partition of the suppliers' topics. */
    private void awaitBoth() {
        KafkaCalls.awaitSeen("share the journal's partitions", () -> isShared(Stage.LEDGER));
    }

    private boolean isShared(Stage stage) {
        ConsumerGroupDescription group = KafkaCalls.await(
                "describe a group",
                Objects.requireNonNull(ground.admin()
                        .describeConsumerGroups(List.of(stage.group()))
                        .describedGroups()
                        .get(stage.group())));
        return group.groupState() == GroupState.STABLE
                && group.members().stream()
                                .filter(member ->
                                        !member.assignment().topicPartitions().isEmpty())
                                .map(member -> member.clientId().replaceFirst("-StreamThread.*", ""))
                                .distinct()
                                .count()
                        > 1;
    }

    private Histogram measure(Turn turn, Running killed, int kill) {
        int all = (int) (perSecond * (CALM.plus(PATIENCE).toSeconds()));
        List<Sent> reports = IntStream.range(kill * all, (kill + 1) * all)
                .mapToObj(new Overdue(ground.today())::site)
                .toList();
        Lot lot = turn.encode(reports);
        Map<String, Long> told = new ConcurrentHashMap<>();
        long distance = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long begin = System.nanoTime();
        long death = begin + CALM.toNanos();
        boolean dead = false;
        try (Producer<String, byte[]> producer = Lot.producer(ground.client(), LINGER);
                Transitions transitions = new Transitions(
                        turn, (milestone, sent) -> told.putIfAbsent(milestone.cluster(), System.nanoTime()))) {
            for (int number = 0; told.size() < MixProgramme.CLUSTERS; number++) {
                if (number == reports.size()) {
                    throw killed.child()
                            .failure("has no successor: only " + told.keySet() + " have told anything since");
                }
                KafkaCalls.waitUntil(begin + number * distance);
                if (!dead && System.nanoTime() - death >= 0) {
                    death = System.nanoTime();
                    killed.kill();
                    dead = true;
                }
                if (dead) {
                    Sent report = reports.get(number);
                    transitions.expect(
                            new MilestoneKey(
                                    report.cluster(), report.report().key().milestone()),
                            System.nanoTime());
                }
                producer.send(lot.records().get(number));
            }
        }
        Histogram milliseconds = new Histogram(3);
        for (long time : told.values()) {
            milliseconds.recordValue(TimeUnit.NANOSECONDS.toMillis(time - death));
        }
        return milliseconds;
    }
}
