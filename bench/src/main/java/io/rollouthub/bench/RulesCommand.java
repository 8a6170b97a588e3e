package io.rollouthub.bench;

import io.rollouthub.bench.page.Sheet;
import io.rollouthub.bench.rules.LedgerBenchmark;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is done in memory, by JMH. */
@Command(
        name = "rules",
        description =
                "What one entry takes in the ledger's rules over tables in memory, a report in the gate's checks, and"
                        + " an entry in the serde; by JMH.")
final class RulesCommand implements Callable<Integer> {
    @Mixin
    private BenchOptions options;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "5",
            description = "Of two seconds each, behind as many for warming up. Default: ${DEFAULT-VALUE}.")
    private int iterations;

    @Override
    public Integer call() {
        Sheet sheet = new Sheet("in memory", "µs", "±");
        for (RunResult one : Jmh.run(LedgerBenchmark.class, iterations, TimeValue.seconds(2), Map.of())) {
            Result<?> result = one.getPrimaryResult();
            String name = one.getParams().getBenchmark();
            sheet.add(
                    name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                    Sheet.number(result.getScore(), 2),
                    Sheet.number(result.getScoreError(), 2));
        }
        options.tell("rules", sheet.toString());
        return 0;
    }
}
