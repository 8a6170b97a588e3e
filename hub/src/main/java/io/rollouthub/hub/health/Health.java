package io.rollouthub.hub.health;

import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.Reach.Problem;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.StreamsFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the health of a process comes to. Safe for several threads. */
public final class Health {
    private final List<Probe> probes;
    private final Supplier<@Nullable HubClock> clock;
    private final @Nullable ClockSettings ticking;
    private volatile @Nullable HubStreams streams;
    private volatile boolean runs;

    /**
     * One thing that was looked at.
     *
     * @param detail for people; null where anybody may ask
     */
    public record Check(String check, boolean ok, @Nullable String detail) {
        Check withoutDetail() {
            return new Check(check, ok, null);
        }
    }

    /** A server that is asked again and again whether it answers, and what it said last. */
    public static final class Probe {
        private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

        private final String server;
        private final Supplier<@Nullable Problem> question;
        private volatile boolean asked;
        private volatile @Nullable Problem problem;

        public Probe(String server, Supplier<@Nullable Problem> question) {
            this.server = server;
            this.question = question;
        }

        /** Asks it. */
        public void ask() {
            try {
                problem = question.get();
                asked = true;
            } catch (RuntimeException e) {
                LOG.debug("{} could not be asked", server, e);
                problem = new Problem(server + " could not be asked: " + e.getMessage(), "Try again.");
            }
        }

        public String server() {
            return server;
        }

        /** Whether it answered. */
        public boolean answers() {
            return asked && problem == null;
        }

        private Check check() {
            Problem last = problem;
            return last != null
                    ? new Check(server, false, last.what())
                    : new Check(server, asked, asked ? "answers" : "has not been asked yet");
        }
    }

    /**
     * @param clock the hub's clock, null before it has ticked
     * @param ticking how it ticks; null if it is simulated
     */
    public Health(List<Probe> probes, Supplier<@Nullable HubClock> clock, @Nullable ClockSettings ticking) {
        this.probes = probes;
        this.clock = clock;
        this.ticking = ticking;
    }

    /** From now on the process is to run an instance of the rules, which is yet to start. */
    public void expectStreams() {
        runs = true;
    }

    /** From now on the process runs this instance. */
    public void watch(HubStreams instance) {
        streams = instance;
        runs = true;
    }

    /** Whether the process is of use at all; if it is not, start it anew. */
    public List<Check> live() {
        return List.of(process());
    }

    /** Whether it does its work now. */
    public List<Check> ready() {
        List<Check> checks = new ArrayList<>();
        checks.add(process());
        if (runs) {
            checks.addAll(instance());
        }
        probes.forEach(probe -> checks.add(probe.check()));
        if (runs && ticking != null) {
            checks.add(clock(ticking));
        }
        return checks;
    }

    private Check process() {
        HubStreams instance = streams;
        try {
            if (instance != null) {
                instance.check();
            }
            return new Check("process", true, "has not failed");
        } catch (StreamsFailedException e) {
            return new Check("process", false, e.getMessage());
        }
    }

    private List<Check> instance() {
        HubStreams instance = streams;
        if (instance == null) {
            return List.of(new Check("instance", false, "starts"));
        }
        List<Check> checks = new ArrayList<>();
        for (HubStreams.Part part : instance.parts()) {
            checks.add(new Check(
                    part.name(),
                    part.isRunning(),
                    part.isRunning()
                            ? "takes records"
                            : "takes no records; Kafka Streams says "
                                    + part.streams().state()));
        }
        String trouble = instance.trouble();
        checks.add(new Check("records", trouble == null, trouble == null ? "get on" : "wait: " + trouble));
        return checks;
    }

    private Check clock(ClockSettings settings) {
        HubClock now = clock.get();
        return now == null
                ? new Check("clock", false, "has not ticked yet")
                : new Check("clock", !now.standsStill(settings), "ticked " + now.ageInWords());
    }
}
