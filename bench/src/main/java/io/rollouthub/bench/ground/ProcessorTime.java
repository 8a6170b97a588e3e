package io.rollouthub.bench.ground;

import java.time.Duration;

/** What the operating system says a process has used of the processors, in user and system mode, by all its threads. */
public final class ProcessorTime {
    private ProcessorTime() {}

    static Duration of(Process process) {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("process " + process.pid() + " has ended"));
    }

    /** Seconds for each 1,000 of so many reports. */
    public static double perThousand(Duration used, long reports) {
        return used.toNanos() / 1e9 / reports * 1_000;
    }
}
