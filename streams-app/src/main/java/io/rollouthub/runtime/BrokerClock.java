package io.rollouthub.runtime;

import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.SaidOnce;
import io.rollouthub.reader.Stage;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topology.FlowListener;
import io.rollouthub.topology.LiveClock;
import io.rollouthub.topology.NextDue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how far time has come by the broker's clock.
 *
 * <p>An instant is held until everything that suppliers' topics held then has been judged by the gate, so that a hub that
 * was down does not cry over what was reported in time; but not for longer than the longest hold.
 */
final class BrokerClock implements LiveClock {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerClock.class);

    /** So often is looked whether Kafka has told the time, and the gate has judged. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private static final String STANDS_STILL = "the clock stands still";

    private final ClockSettings settings;
    private final FlowListener listener;
    private final Admin admin;
    private final Admin gate;
    private final BrokerTime time;
    private final DueTimers timers;
    private final ClockHold hold;
    private final Consumer<@Nullable String> heldBy;
    private CompletableFuture<Optional<HubClock>> before;
    private @Nullable CompletableFuture<BrokerTime.Told> candidate;

    /** What is due, once the gate has judged what was there; nothing as long as it has not. */
    private @Nullable CompletableFuture<Optional<NextDue>> judged;

    private long due = System.nanoTime();
    private final SaidOnce trouble = new SaidOnce();
    private final SaidOnce holder = new SaidOnce();

    /** @param heldBy is told who holds the clock at the moment, a clause; null: nobody is known to */
    BrokerClock(HubSettings hub, SchemaRegistry registry, FlowListener listener, Consumer<@Nullable String> heldBy) {
        settings = hub.clock();
        this.listener = listener;
        this.heldBy = heldBy;
        admin = KafkaClients.admin(hub.clientProperties());
        gate = KafkaClients.admin(hub.clientProperties(Stage.GATE)); // who may read what suppliers publish
        hold = new ClockHold(gate);
        time = new BrokerTime(hub, admin);
        timers = new DueTimers(
                new Connection(hub.bootstrapServers(), registry, hub.stateDir(), hub.kafkaOfAll()), admin);
        before = timers.clock();
    }

    @Override
    public @Nullable Elapsed next() {
        long now = System.nanoTime();
        Elapsed next = next(now);
        BrokerTime.Told held =
                candidate == null || candidate.isCompletedExceptionally() ? null : candidate.getNow(null);
        listener.held(held == null ? Duration.ZERO : Duration.ofNanos(now - held.since()));
        tellWhoHolds();
        return next;
    }

    private void tellWhoHolds() {
        String whose = hold.whose();
        heldBy.accept(whose);
        if (whose == null) {
            holder.ends();
        } else if (holder.isNews(whose)) {
            LOG.warn(
                    "the clock is held, for {} s a tick at most: {}",
                    settings.maxHold().toSeconds(),
                    whose);
        }
    }

    @Override
    public Duration untilNextLook() {
        Duration left = candidate == null ? Duration.ofNanos(due - System.nanoTime()) : LOOK;
        return left.compareTo(LOOK) < 0 ? LOOK : left;
    }

    private @Nullable Elapsed next(long now) {
        if (candidate == null) {
            candidate = now - due < 0 ? null : time.ask(now);
            return null;
        }
        if (candidate.isCompletedExceptionally()) {
            tellOnce("Kafka does not tell the time", STANDS_STILL);
            askAgain(now);
            return null;
        }
        BrokerTime.Told next = candidate.getNow(null);
        return next == null || !isKnownWhereItStood() ? null : release(next, now);
    }

    private boolean isKnownWhereItStood() {
        if (before.isCompletedExceptionally()) {
            tellOnce("where the clock stood cannot be read", STANDS_STILL);
            before = timers.clock();
        }
        return before.isDone() && !before.isCompletedExceptionally();
    }

    /** The instant if it need not be held any longer. */
    private @Nullable Elapsed release(BrokerTime.Told next, long now) {
        boolean late = now - next.since() > settings.maxHold().toNanos();
        NextDue known = late ? NextDue.UNKNOWN : dueIfJudged(next);
        if (known == null) {
            return null;
        }
        if (late) {
            tellOnce(
                    "the gate lags behind the suppliers' topics",
                    "the tick of " + next.at() + " is written after "
                            + settings.maxHold().toSeconds() + " s all the same");
        } else {
            trouble.ends();
            hold.ends();
        }
        listener.ticked(late);
        askAgain(next.since() + settings.interval().toNanos());
        return new Elapsed(next.at(), stoodAt(), known);
    }

    private @Nullable Instant stoodAt() {
        return before.join().map(HubClock::tick).orElse(null);
    }

    /** What is due if the gate has judged what was there; else null. */
    private @Nullable NextDue dueIfJudged(BrokerTime.Told next) {
        if (judged == null) {
            Duration held = Duration.ofNanos(System.nanoTime() - next.since());
            judged = Stage.GATE
                    .behindSoon(admin, next.ends())
                    .toCompletableFuture()
                    .whenComplete((behind, error) -> hold.look(behind == null ? Set.of() : behind, held))
                    .thenCompose(behind -> behind.isEmpty()
                            ? timers.ask().thenApply(Optional::of)
                            : CompletableFuture.completedFuture(Optional.empty()));
        }
        if (!judged.isDone()) {
            return null;
        }
        NextDue known = judged.isCompletedExceptionally() ? null : judged.join().orElse(null);
        judged = null; // looked at again next time, if need be
        return known;
    }

    private void askAgain(long when) {
        candidate = null;
        judged = null;
        due = when;
    }

    private void tellOnce(String what, String consequence) {
        if (trouble.isNews(what)) {
            LOG.warn("{}; {}", what, consequence);
        }
    }

    @Override
    public void close() {
        listener.held(Duration.ZERO);
        heldBy.accept(null);
        timers.close();
        time.close();
        gate.close(Duration.ofSeconds(1));
        admin.close(Duration.ofSeconds(1));
    }
}
