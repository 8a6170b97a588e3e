package io.rollouthub.bench.contender;

import io.rollouthub.embedded.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A contender that runs.
 *
 * @param stages the groups of Kafka's that reports pass, one behind the other
 * @param rest what it has to do behind what it has committed
 */
public record Running(ChildProcess child, List<Passage> stages, Rest rest) implements AutoCloseable {
    private static final Duration GENTLY = Duration.ofSeconds(30);

    /** What need not be done when all is committed. */
    interface Rest extends AutoCloseable {
        boolean isOut();

        @Override
        void close();
    }

    /** One that has nothing to do behind what it has committed. */
    private static final class Nothing implements Rest {
        @Override
        public boolean isOut() {
            return true;
        }

        @Override
        public void close() {
            // it has opened nothing
        }
    }

    Running(ChildProcess child, List<Passage> stages) {
        this(child, stages, new Nothing());
    }

    /** What it has used of the processors. */
    public Duration processorTime() {
        return child.process().info().totalCpuDuration().orElseThrow(() -> child.failure("has ended"));
    }

    /** What it has of the machine's memory, in bytes. */
    public long residentBytes() {
        try {
            Process ps = new ProcessBuilder(
                            "ps",
                            "-o",
                            "rss=",
                            "-p",
                            Long.toString(child.process().pid()))
                    .start();
            String kibibytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return Long.parseLong(kibibytes) << 10;
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException("no program 'ps' that tells of " + child.process(), e);
        }
    }

    /** Keeps it from running, so that it cannot take what is being published, until it is {@linkplain #release released}. */
    public void hold() {
        signal("STOP");
    }

    public void release() {
        signal("CONT");
    }

    /** Ends it at once, as a machine does that loses its power. */
    public void kill() {
        child.process().destroyForcibly();
        if (!child.endsWithin(GENTLY)) {
            throw child.failure("does not end");
        }
    }

    /** Throws if it has ended, with what it said last. */
    public void check() {
        if (!child.process().isAlive()) {
            throw child.failure("has ended");
        }
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder(
                            "kill", "-" + name, Long.toString(child.process().pid()))
                    .start();
            if (kill.waitFor() != 0) {
                throw child.failure("could not be sent " + name);
            }
        } catch (IOException e) {
            throw new IllegalStateException("no program 'kill'", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Ends it in good order, if it has not ended itself: one that records a profile needs some time to write that. */
    @Override
    public void close() {
        rest.close();
        if (child.process().isAlive()) {
            signal("TERM");
            child.endsWithin(GENTLY);
        }
        child.close();
    }
}
