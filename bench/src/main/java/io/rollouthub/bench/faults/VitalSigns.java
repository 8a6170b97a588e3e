package io.rollouthub.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** What each process had of the machine, again and again. For one thread. */
public final class VitalSigns {
    private static final double HOUR = 3_600;

    private final List<Sample> samples = new ArrayList<>();

    private record Sample(double seconds, Map<String, ProcessVitals> vitals) {}

    void add(double seconds, Map<String, ProcessVitals> vitals) {
        samples.add(new Sample(seconds, Map.copyOf(vitals)));
    }

    /** The names of the processes, in the order of the alphabet. */
    public Set<String> names() {
        return new TreeSet<>(samples.get(0).vitals().keySet());
    }

    public ProcessVitals first(String name) {
        return at(0, name);
    }

    public ProcessVitals last(String name) {
        return at(samples.size() - 1, name);
    }

    private ProcessVitals at(int sample, String name) {
        return samples.get(sample).vitals().getOrDefault(name, new ProcessVitals(0, 0));
    }

    /** By how much a figure grows in an hour, by the line that fits the later half best; 0 if that is too short to tell. */
    public double slope(String name, ToDoubleFunction<ProcessVitals> figure) {
        List<Sample> half = samples.subList(samples.size() / 2, samples.size());
        double middle = half.stream().mapToDouble(Sample::seconds).average().orElse(0);
        double above = 0;
        double below = 0;
        for (Sample sample : half) {
            double distance = sample.seconds() - middle;
            above += distance * figure.applyAsDouble(sample.vitals().getOrDefault(name, new ProcessVitals(0, 0)));
            below += distance * distance;
        }
        return below == 0 ? 0 : above / below * HOUR;
    }
}
