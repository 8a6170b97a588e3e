package io.rollouthub.hub.replay;

import io.rollouthub.programme.Programme;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.runtime.TopicCreation;
import io.rollouthub.runtime.TopicPlan;
import io.rollouthub.topology.Arrival;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is replayed and how.
 *
 * @param programme in force; an exported journal brings its own
 * @param events files of JSON Lines, or one exported journal
 * @param until the last civil date, to its end; null: that of the last event
 * @param end the very instant at which it ends, whatever {@code until} says; null: the end of a day
 * @param partitions of the journal
 * @param instances of the streams application
 * @param day how long a day takes (before the first promise a tenth of that), for files of events alone: a midnight of ours has no place among the ticks of a journal;
 *     null: everything is written before it is processed
 */
public record ReplayPlan(
        Programme programme,
        List<Path> events,
        @Nullable LocalDate until,
        @Nullable Instant end,
        int partitions,
        int instances,
        @Nullable Duration day) {

    /** A replay to the end of a day. */
    public ReplayPlan(
            Programme programme,
            List<Path> events,
            @Nullable LocalDate until,
            int partitions,
            int instances,
            @Nullable Duration day) {
        this(programme, events, until, null, partitions, instances, day);
    }

    /**
     * Makes the topics of one that goes day by day, for which a broker is enough that has nothing in it yet; others may turn out
     * to bring programmes of their own.
     */
    public void createTopics(Map<String, Object> client) {
        if (day != null) {
            TopicPlan topics = new TopicPlan(layout(), Arrival.REPLAY_HEADER);
            TopicCreation.ofNewHub(client, topics, programme);
        }
    }

    /** How the topics of its hub are laid out. */
    Layout layout() {
        return new Layout(partitions, 1, (short) 1);
    }
}
