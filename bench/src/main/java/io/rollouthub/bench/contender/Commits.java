package io.rollouthub.bench.contender;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/** How a stage got on: where it had committed to at which time. */
public final class Commits {
    private record Sample(long nanos, Map<TopicPartition, Long> committed) {}

    private final List<Sample> samples = new ArrayList<>();

    /** Begins now, where it stands before anything happens. */
    public Commits(Map<TopicPartition, Long> committed) {
        this(System.nanoTime(), committed);
    }

    Commits(long nanos, Map<TopicPartition, Long> committed) {
        samples.add(new Sample(nanos, committed));
    }

    /** The same, with where it stands now. */
    Commits then(Map<TopicPartition, Long> committed) {
        return then(System.nanoTime(), committed);
    }

    Commits then(long nanos, Map<TopicPartition, Long> committed) {
        samples.add(new Sample(nanos, committed));
        return this;
    }

    /**
     * Reports a second, from the first that were committed to where it stood in the end, without those first ones.
     *
     * @param reports how many of them stand before the positions of its input
     */
    public double rate(ToLongFunction<Map<TopicPartition, Long>> reports) {
        Sample last = samples.get(samples.size() - 1);
        Sample end = first(sample -> sample.committed().equals(last.committed()));
        long before = reports.applyAsLong(samples.get(0).committed());
        Sample begun = first(sample -> reports.applyAsLong(sample.committed()) > before);
        Sample start = begun.nanos() < end.nanos() ? begun : samples.get(0);
        long taken = reports.applyAsLong(end.committed()) - reports.applyAsLong(start.committed());
        return taken * 1e9 / (end.nanos() - start.nanos());
    }

    private Sample first(Predicate<Sample> wanted) {
        return samples.stream().filter(wanted).findFirst().orElseThrow();
    }
}
