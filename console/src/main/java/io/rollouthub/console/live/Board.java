package io.rollouthub.console.live;

import io.rollouthub.explain.Course;
import io.rollouthub.explain.Names;
import io.rollouthub.explain.Told;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.topic.Topic;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * How everything stands by the output topics. One thread changes it, any may look at it: what is got from it is used
 * within {@link #look} alone, but for records, which never change.
 */
public final class Board {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReadModel results = new ReadModel();
    private final Episodes episodes = new Episodes();
    private final RejectedBook rejected = new RejectedBook();
    private @Nullable Programme programme;
    private Names names = new Names(null);

    /** The clusters of the programme in its order, then those that it has no more but that there are reports on. */
    public Set<String> clusters() {
        Set<String> clusters = new LinkedHashSet<>();
        if (programme != null) {
            programme.getClusters().stream().map(Cluster::getCluster).forEach(clusters::add);
        }
        clusters.addAll(results.clusters().keySet());
        return clusters;
    }

    /** Looks at it while it does not change; of short duration. */
    public <T> T look(Function<Board, T> look) {
        lock.readLock().lock();
        try {
            return look.apply(this);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Changes it while nobody looks. */
    void change(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    void publish(Topic<?> topic, String key, @Nullable SpecificRecord value) {
        if (value instanceof AlertTransition transition) {
            episodes.add(transition);
        } else {
            results.publish(topic, key, value);
        }
    }

    void begin(@Nullable Programme inForce) {
        programme = inForce;
        names = new Names(inForce);
    }

    /** The latest value of every key. */
    public ReadModel results() {
        return results;
    }

    public Episodes episodes() {
        return episodes;
    }

    public RejectedBook rejected() {
        return rejected;
    }

    /** The one in force; null if none is known. */
    public @Nullable Programme programme() {
        return programme;
    }

    /** How a milestone does, by its status and the alerts that are open on it. */
    public Course course(MilestoneState milestone) {
        return Course.of(milestone, kind -> episodes.isOpen(milestone.getCluster(), kind, milestone.getMilestone()));
    }

    /** What stories are made of beside the reports; null without a programme. */
    public @Nullable Told told() {
        return programme == null
                ? null
                : new Told(programme, results, alertId -> episodes.of(alertId).stream()
                        .flatMap(episode -> episode.transitions().stream())
                        .toList());
    }

    public Names names() {
        return names;
    }
}
