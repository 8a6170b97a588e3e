package io.rollouthub.bench;

import io.rollouthub.bench.page.Sheet;
import io.rollouthub.bench.ticks.SilentTickBenchmark;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.TimeValue;

/** What a tick with nothing due takes, at one size after the other. */
final class SilentTicks {
    private static final int ITERATIONS = 5;
    private static final String HEAP = "-Xmx14g";

    private final Sheet sheet;
    private double first;

    /** @param sizes what the sizes are of */
    SilentTicks(String sizes) {
        sheet = new Sheet(sizes, "µs a tick", "±", "bytes allocated", "time against the first");
    }

    /** Measures so many pending go-lives in so many clusters. */
    SilentTicks measure(int pending, int clusters) {
        Map<String, String> sizes =
                Map.of("pending", Integer.toString(pending), "clusters", Integer.toString(clusters));
        for (RunResult one : Jmh.run(SilentTickBenchmark.class, ITERATIONS, TimeValue.seconds(1), sizes, HEAP)) {
            double score = one.getPrimaryResult().getScore();
            first = first == 0 ? score : first;
            sheet.add(
                    Sheet.number(pending, 0) + " in " + Sheet.number(clusters, 0) + " clusters",
                    Sheet.number(score, 3),
                    Sheet.number(one.getPrimaryResult().getScoreError(), 3),
                    Sheet.number(allocated(one), 0),
                    Sheet.number(score / first, 2) + "x");
        }
        return this;
    }

    /** Bytes on the heap that a tick made; what an iteration says is added up. */
    private static double allocated(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get(SilentTickBenchmark.ALLOCATED))
                        .getScore()
                / ITERATIONS;
    }

    @Override
    public String toString() {
        return sheet.toString();
    }
}
