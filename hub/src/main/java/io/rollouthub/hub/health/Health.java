package io.rollouthub.hub.health;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.http.Json;
import io.rollouthub.http.Routes;
import io.rollouthub.hub.health.Vitals.Seen;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.Reach.Problem;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.StreamsFailedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the health of a process comes to. Safe for several threads. */
public final class Health {
    private static final String MEMORY = "memory";

    private final List<Probe> probes;
    private final HeapUse heap;
    private final Supplier<@Nullable HubClock> clock;
    private final @Nullable ClockSettings ticking;
    private volatile @Nullable HubStreams streams;
    private volatile boolean runs;
    private volatile @Nullable Seen seen;

    /** A server that is asked again and again whether it answers, and what it said last. */
    public static final class Probe {
        private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

        private final Supplier<@Nullable Problem> question;
        private volatile Check last;

        public Probe(String server, Supplier<@Nullable Problem> question) {
            this.question = question;
            last = check(server, "has not been asked yet", null);
        }

        /** Asks it. */
        public void ask() {
            String server = last.check();
            try {
                Problem problem = question.get();
                last = problem == null
                        ? Check.well(server, "answers")
                        : check(server, problem.what(), problem.remedy());
            } catch (RuntimeException e) {
                LOG.debug("{} could not be asked", server, e);
                last = check(server, server + " could not be asked: " + e.getMessage(), null);
            }
        }

        private static Check check(String server, String what, @Nullable String remedy) {
            return new Check(server, false, what, remedy, true);
        }

        /** What it said last. */
        public Check last() {
            return last;
        }
    }

    /**
     * 200 if the process does its work, else 503, with each check as JSON; degraded if it will not for long. No details where
     * all but probes need credentials.
     */
    public record Paths(Health health, HttpSettings settings) implements Routes {
        private static final String LIVE = "/health/live";
        private static final String READY = "/health/ready";

        /** The same for a page, whose browser takes another answer than 200 for a fault. */
        private static final String PAGE = "/health";

        @Override
        public void addTo(JavalinDefaultRoutingApi routes) {
            Handler live = context -> answer(context, "live", health::live);
            Handler ready = context -> answer(context, "ready", health::ready);
            Handler page = context -> {
                ready.handle(context);
                context.status(HttpStatus.OK);
            };
            routes.get(PAGE, page)
                    .get(LIVE, live)
                    .head(LIVE, live)
                    .get(READY, ready)
                    .head(READY, ready);
        }

        @Override
        public Set<String> open() {
            return Set.of(PAGE, LIVE, READY);
        }

        private void answer(Context context, String what, Supplier<List<Check>> look) {
            List<Check> checks = new ArrayList<>(look.get());
            boolean well = checks.stream().filter(Check::vital).allMatch(Check::ok);
            boolean degraded = well && !checks.stream().allMatch(Check::ok);
            if (settings.credentials() != null || settings.proxy() != null) {
                checks.replaceAll(Check::withoutWords);
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put(what, well);
            answer.put("degraded", degraded);
            answer.put("checks", checks);
            context.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Cache-Control", "no-store")
                    .contentType(Json.CONTENT_TYPE)
                    .result(Json.write(answer));
        }
    }

    /** The clock is the hub's, null before it has ticked; how it ticks is null if it is simulated. */
    public Health(
            List<Probe> probes, HeapUse heap, Supplier<@Nullable HubClock> clock, @Nullable ClockSettings ticking) {
        this.probes = probes;
        this.heap = heap;
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

    /** What Kafka told last of the whole hub; null: nothing. */
    public void saw(@Nullable Seen now) {
        seen = now;
    }

    /** Whether the process is of use at all; if it is not, start it anew. */
    public List<Check> live() {
        return List.of(process());
    }

    /** Whether it does its work now. */
    public List<Check> ready() {
        List<Check> checks = new ArrayList<>();
        checks.add(process());
        checks.add(memory());
        if (runs) {
            checks.addAll(InstanceChecks.of(streams));
        }
        probes.forEach(probe -> checks.add(probe.last()));
        Seen hub = seen;
        if (ticking != null) {
            if (runs) {
                checks.add(HubChecks.clock(clock.get(), ticking));
            }
            if (hub != null) {
                // A console has to be there to say so.
                HubChecks.of(hub, ticking).forEach(one -> checks.add(runs ? one : one.lessVital()));
            }
        }
        return checks;
    }

    private Check process() {
        HubStreams instance = streams;
        try {
            if (instance != null) {
                instance.check();
            }
            return Check.well("process", "has not failed");
        } catch (StreamsFailedException e) {
            return new Check("process", false, e.what(), e.remedy(), true);
        }
    }

    /** Whether memory will do; a process that is short of it still does its work. */
    public Check memory() {
        double ratio = heap.ratio();
        if (Double.isNaN(ratio)) {
            return Check.well(MEMORY, "has not been collected yet");
        }
        String use = Math.round(ratio * 100) + " % of the heap is in use for good";
        return ratio < HeapUse.SHORT
                ? Check.well(MEMORY, use)
                : new Check(
                        MEMORY,
                        false,
                        use + ", and without memory the process ends",
                        "Keep the state on disk (state.stores=disk), or give the JVM more (ROLLOUT_JAVA_OPTS=-Xmx1g).",
                        false);
    }
}
