package io.rollouthub.bench.contender;

import io.rollouthub.reader.KafkaCalls;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** Whether a contender has committed all that there is; asks Kafka for no more than it must, as that costs the broker. */
public final class Finish {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Admin admin;
    private final Running running;

    /** Where the input of a stage ended when all before it had come to the end of theirs. */
    private final Map<Passage, Map<TopicPartition, Long>> ends = new HashMap<>();

    private Finish(Admin admin, Running running) {
        this.admin = admin;
        this.running = running;
    }

    /** Waits for it. */
    public static void await(Admin admin, Running running) {
        await(admin, running, (stage, committed) -> {});
    }

    /** Waits for it, and tells where each stage has committed to meanwhile. */
    public static void await(Admin admin, Running running, BiConsumer<Passage, Map<TopicPartition, Long>> told) {
        Finish finish = new Finish(admin, running);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!finish.isReached(told)) {
            if (System.nanoTime() - end > 0) {
                throw running.child().failure("did not commit all reports within " + PATIENCE);
            }
            KafkaCalls.waitUntil(System.nanoTime() + LOOK_NANOS);
        }
    }

    private boolean isReached(BiConsumer<Passage, Map<TopicPartition, Long>> committed) {
        running.check();
        boolean all = true;
        for (Passage stage : running.stages()) {
            Map<TopicPartition, Long> positions = stage.committed(admin);
            committed.accept(stage, positions);
            all = all && isReached(positions, ends.computeIfAbsent(stage, any -> stage.ends(admin)));
        }
        if (all) { // as far as is known; something may have been written since
            Map<Passage, Map<TopicPartition, Long>> known = Map.copyOf(ends);
            running.stages().forEach(stage -> ends.put(stage, stage.ends(admin)));
            return known.equals(ends) && running.rest().isOut();
        }
        return false;
    }

    private static boolean isReached(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> end.getValue() == 0 || positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
