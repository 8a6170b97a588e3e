package io.rollouthub.hub.worker;

import io.rollouthub.hub.worker.ConnectRest.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts again what has failed, after a second, at last every minute, and says so; anew with one that ran a while. */
public final class Supervisor {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LAST = Duration.ofMinutes(1);

    /** So long the worker may still show the failure before a restart. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    /** Whoever has run for so long is well again. */
    private static final Duration WELL = Duration.ofMinutes(2);

    private final Consumer<Part> restart;
    private final Consumer<String> say;
    private final Map<String, Case> cases = new HashMap<>();

    /** The first starts a connector or a task, the other takes each line on what failed and runs again. */
    public Supervisor(Consumer<Part> restart, Consumer<String> say) {
        this.restart = restart;
        this.say = say;
    }

    /** One that has failed, and what was done about it. */
    private static final class Case {
        private Duration delay = FIRST;
        private Instant next;
        private @Nullable Instant restarted;
        private boolean running;

        Case(Instant now) {
            next = now.plus(FIRST);
        }
    }

    /** Looks after what there is. To be called about once a second. */
    public void look(List<Part> parts, Instant now) {
        cases.keySet().retainAll(parts.stream().map(Part::name).toList());
        for (Part part : parts) {
            if (part.hasFailed()) {
                failed(part, now);
            } else if (part.isRunning()) {
                runs(part, now);
            }
        }
    }

    private void failed(Part part, Instant now) {
        Case known = cases.get(part.name());
        if (known == null) {
            known = new Case(now);
            cases.put(part.name(), known);
            tell(part, known);
        } else if (known.restarted == null) {
            if (!now.isBefore(known.next)) {
                known.restarted = now;
                restart.accept(part);
            }
        } else if (known.running || !now.isBefore(known.restarted.plus(SETTLING))) {
            known.delay = Collections.min(List.of(known.delay.multipliedBy(2), LAST));
            known.next = now.plus(known.delay);
            known.restarted = null;
            known.running = false;
            tell(part, known);
        }
    }

    private void tell(Part part, Case known) {
        String reason = part.reason().strip();
        say.accept("Connector " + part.name() + " has failed: " + reason + (reason.endsWith(".") ? "" : ".")
                + " It is started again in " + known.delay.toSeconds() + " s.");
    }

    private void runs(Part part, Instant now) {
        Case known = cases.get(part.name());
        if (known == null || known.restarted == null) {
            return;
        }
        if (!known.running) {
            known.running = true;
            say.accept("Connector " + part.name() + " runs again.");
        }
        if (!now.isBefore(known.restarted.plus(WELL))) {
            cases.remove(part.name());
        }
    }
}
