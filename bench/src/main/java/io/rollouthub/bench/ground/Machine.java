package io.rollouthub.bench.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** On what the numbers were measured. */
public final class Machine {
    private Machine() {}

    /** Processor, cores, memory, Java, and the time; with how many programs wanted a processor in the last minute. */
    public static String line() {
        long gib = Math.round(Long.parseLong(found("/proc/meminfo", "MemTotal:\\s+(\\d+)")) / 1024.0 / 1024.0);
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %d GiB, Java %s, %s, load before %.1f",
                found("/proc/cpuinfo", "model name\\s*:\\s*(.+)"),
                Runtime.getRuntime().availableProcessors(),
                gib,
                Runtime.version(),
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String found(String file, String pattern) {
        try {
            Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
            return matcher.find() ? matcher.group(1).strip() : "0";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
