package io.rollouthub.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How what is done in memory is measured: the mean of iterations behind as many for warming up, in one JVM of its own. */
final class Jmh {
    private Jmh() {}

    /**
     * Of all benchmarks of a package, in microseconds.
     *
     * @param parameters of the benchmarks, with their values
     * @param jvm options of the JVM in which they run
     */
    static Collection<RunResult> run(
            Class<?> inPackage, int iterations, TimeValue each, Map<String, String> parameters, String... jvm) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(inPackage.getPackageName().replace(".", "\\.") + "\\..*")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(1)
                .jvmArgsAppend(jvm)
                .warmupIterations(iterations)
                .warmupTime(each)
                .measurementIterations(iterations)
                .measurementTime(each);
        parameters.forEach(options::param);
        try {
            return List.copyOf(new Runner(options.build()).run());
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not measure", e);
        }
    }
}
