package io.rollouthub.runtime;

import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.SaidOnce;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.FlowListener;
import io.rollouthub.topology.LiveClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ticks by the broker's clock, the one that stamps the suppliers' records: a pulse on a topic comes back with the time. So
 * a tick is never ahead of Kafka, whatever this machine's clock says.
 *
 * <p>A tick is held until everything that suppliers' topics held at its instant has been judged by the gate, so that a hub
 * that was down does not cry over what was reported in time; but not for longer than the longest hold.
 */
final class BrokerClock implements LiveClock {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerClock.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** So often is looked whether Kafka has told the time, and the gate has judged. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private final ClockSettings settings;
    private final FlowListener listener;
    private final ClockOffset offset = ClockOffset.ofThisJvm();
    private final Admin admin;
    private final Producer<String, byte[]> pulses;
    private @Nullable CompletableFuture<Candidate> candidate;
    private @Nullable CompletableFuture<Boolean> judged;
    private long due = System.nanoTime();
    private final SaidOnce trouble = new SaidOnce();

    /**
     * A tick, and the ends of the suppliers' topics, read after it, that the gate is to be past; asked for by this machine's timer then.
     */
    private record Candidate(Instant at, Map<TopicPartition, Long> ends, long since) {}

    BrokerClock(HubSettings hub, FlowListener listener) {
        settings = hub.clock();
        this.listener = listener;
        admin = KafkaClients.admin(hub.clientProperties());
        pulses = KafkaClients.producer(
                hub.clientProperties(),
                Map.of(
                        "max.block.ms",
                        "1000", // it must not hold the stream thread
                        "request.timeout.ms",
                        Long.toString(PATIENCE.toMillis() - 1),
                        "delivery.timeout.ms",
                        Long.toString(PATIENCE.toMillis()),
                        "linger.ms",
                        "0"));
    }

    @Override
    public @Nullable Instant nextTick() {
        long now = System.nanoTime();
        Instant tick = nextTick(now);
        Candidate held = candidate == null || candidate.isCompletedExceptionally() ? null : candidate.getNow(null);
        listener.held(held == null ? Duration.ZERO : Duration.ofNanos(now - held.since()));
        return tick;
    }

    @Override
    public Duration untilNextLook() {
        Duration left = candidate == null ? Duration.ofNanos(due - System.nanoTime()) : LOOK;
        return left.compareTo(LOOK) < 0 ? LOOK : left;
    }

    private @Nullable Instant nextTick(long now) {
        if (candidate == null) {
            candidate = now - due < 0 ? null : ask(now);
            return null;
        }
        if (candidate.isCompletedExceptionally()) {
            tellOnce("Kafka does not tell the time", "the clock stands still");
            askAgain(now);
            return null;
        }
        Candidate next = candidate.getNow(null);
        return next == null ? null : release(next, now);
    }

    /** The tick if it need not be held any longer. */
    private @Nullable Instant release(Candidate next, long now) {
        boolean late = now - next.since() > settings.maxHold().toNanos();
        if (late) {
            tellOnce(
                    "the gate lags behind the suppliers' topics",
                    "the tick of " + next.at() + " is written after "
                            + settings.maxHold().toSeconds() + " s all the same");
        } else if (isJudged(next)) {
            trouble.ends();
        } else {
            return null;
        }
        listener.ticked(late);
        askAgain(next.since() + settings.interval().toNanos());
        return next.at();
    }

    private boolean isJudged(Candidate next) {
        if (judged == null) {
            judged = Stage.GATE.hasReadSoon(admin, next.ends()).toCompletableFuture();
        }
        if (!judged.isDone()) {
            return false;
        }
        boolean past = !judged.isCompletedExceptionally() && Boolean.TRUE.equals(judged.getNow(false));
        judged = null; // looked at again next time, if need be
        return past;
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

    private CompletableFuture<Candidate> ask(long now) {
        CompletableFuture<Instant> pulse = new CompletableFuture<>();
        pulses.send(new ProducerRecord<>(Topics.CLOCK.name(), 0, "pulse", null), (metadata, error) -> {
            if (error == null) {
                pulse.complete(Instant.ofEpochMilli(metadata.timestamp()).plus(offset.now()));
            } else {
                pulse.completeExceptionally(error);
            }
        });
        return pulse.thenCompose(at -> ends().thenApply(ends -> new Candidate(at, ends, now)));
    }

    /** Where the gate's topics end now. */
    private CompletionStage<Map<TopicPartition, Long>> ends() {
        return KafkaClients.topicsSoon(admin)
                .thenCompose(names -> admin.describeTopics(Stage.GATE.inputs(names))
                        .allTopicNames()
                        .toCompletionStage())
                .thenCompose(topics -> Positions.fullEndsSoon(admin, Positions.partitions(topics.values())));
    }

    @Override
    public void close() {
        listener.held(Duration.ZERO);
        pulses.close(Duration.ofSeconds(1));
        admin.close(Duration.ofSeconds(1));
    }
}
