package io.rollouthub.console.live;

import io.rollouthub.reader.Reach.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Kafka told last (brokers: null if it never did), or why not, and a tick until the journal has been read. */
public record Sighting(
        @Nullable Problem problem,
        @Nullable Integer brokers,
        List<StageSeen> stages,
        List<TopicSize> topics,
        @Nullable Instant tick) {

    static final Sighting NONE = new Sighting(null, null, List.of(), List.of(), null);

    /** One of the hub's two applications: the threads that run it, the records it has yet to take in, its partitions. */
    public record StageSeen(
            String stage,
            String group,
            @Nullable Integer members,
            @Nullable Long lag,
            int inputs) {}

    public record TopicSize(String topic, int partitions, long records) {}

    /** The same, without what is unknown when Kafka has not told it and why it does not answer; null if it does. */
    Sighting without(@Nullable Problem why) {
        List<StageSeen> unknown = stages.stream()
                .map(stage -> new StageSeen(stage.stage(), stage.group(), null, null, stage.inputs()))
                .toList();
        return new Sighting(why, brokers, unknown, topics, tick);
    }

    /** Whether somebody runs the hub; true as long as that is not known. */
    public boolean isRun() {
        return stages.stream().noneMatch(stage -> stage.members() != null && stage.members() == 0);
    }
}
