package io.rollouthub.producer;

import static io.rollouthub.producer.Futures.awaitWaiting;
import static io.rollouthub.producer.Futures.failure;
import static io.rollouthub.producer.Futures.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.journal.Origin;
import io.rollouthub.producer.Outstanding.Answer;
import io.rollouthub.producer.Outstanding.Letter;
import io.rollouthub.producer.Outstanding.Stamp;
import io.rollouthub.producer.Verdict.Accepted;
import io.rollouthub.testkit.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutstandingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000); // runs over, as it may
    private final Callbacks callbacks = new Callbacks();
    private final Outstanding outstanding = new Outstanding(3, PATIENCE, nanos::get, callbacks);

    @AfterEach
    void close() throws InterruptedException {
        callbacks.close(LONG);
    }

    @Test
    void aVerdictFindsItsLetter() throws InterruptedException {
        Letter one = outstanding.admit("e-1");
        Letter two = outstanding.admit("e-2");
        outstanding.acknowledge(one, stamped(1));
        outstanding.acknowledge(two, stamped(2));

        outstanding.judge(at(2), answer(2));
        outstanding.judge(at(1), answer(1));

        assertThat(result(one.verdict())).isEqualTo(accepted(1));
        assertThat(result(two.verdict())).isEqualTo(accepted(2));
        assertThat(outstanding.size()).isZero();
    }

    @Test
    void aVerdictThatIsReadBeforeKafkaSaysWhereTheEventStandsIsNotLost() throws InterruptedException {
        Letter letter = outstanding.admit("e-1");

        outstanding.judge(at(1), answer(1));
        outstanding.acknowledge(letter, stamped(1));

        assertThat(result(letter.verdict())).isEqualTo(accepted(1));
        assertThat(outstanding.size()).isZero();
    }

    @Test
    void verdictsOnOthersEventsAreKeptNoLongerThanTheyCouldBeOnOurs() throws InterruptedException {
        outstanding.judge(at(1), answer(1));
        assertThat(outstanding.size()).isZero();

        Letter one = outstanding.admit("e-1");
        outstanding.judge(at(2), answer(2));
        Letter two = outstanding.admit("e-2");
        outstanding.judge(at(4), answer(4));
        assertThat(outstanding.size()).isEqualTo(4);

        outstanding.acknowledge(one, stamped(3));
        assertThat(outstanding.size()).as("both letters, and the verdict on 4").isEqualTo(3);

        outstanding.fail(two, "lost", null);
        assertThat(outstanding.size()).as("the letter that awaits its verdict").isEqualTo(1);
    }

    @Test
    void aLetterIsGivenUpWhenItsTimeHasPassed() throws InterruptedException {
        Letter old = outstanding.admit("e-1");
        outstanding.acknowledge(old, stamped(17));
        nanos.addAndGet(1);
        Letter young = outstanding.admit("e-2");
        outstanding.acknowledge(young, stamped(18));

        nanos.addAndGet(PATIENCE.toNanos() - 2);
        outstanding.expire();
        assertThat(outstanding.size()).isEqualTo(2);
        nanos.addAndGet(1);
        outstanding.expire();

        assertThat(failure(old.verdict()))
                .isEqualTo("event e-1: no verdict within 60 s: is the hub running? Kafka has the event"
                        + " (rollout.in.fujitsu, partition 0, offset 17), and a hub that comes back will judge it");
        assertThat(young.verdict()).isNotDone();
        outstanding.judge(at(17), answer(17));
        assertThat(outstanding.size()).isEqualTo(1);
    }

    @Test
    void whoFindsNoRoomWaitsForIt() throws InterruptedException {
        Letter first = outstanding.admit("e-1");
        outstanding.admit("e-2");
        outstanding.admit("e-3");
        CompletableFuture<Letter> fourth = new CompletableFuture<>();
        Thread publisher = new Thread(() -> fourth.complete(admit("e-4")));
        publisher.start();
        awaitWaiting(publisher);
        assertThat(fourth).isNotDone();

        outstanding.fail(first, "lost", null);

        assertThat(result(fourth).eventId()).isEqualTo("e-4");
    }

    @Test
    void whoPublishesInACallbackNeverWaitsForRoom() throws InterruptedException {
        Letter first = outstanding.admit("e-1");
        outstanding.admit("e-2");
        outstanding.admit("e-3");
        CompletableFuture<List<Letter>> more =
                first.verdict().thenApply(verdict -> List.of(admit("e-4"), admit("e-5"), admit("e-6")));

        outstanding.settle(first, new Verdict.Sent(at(1)));

        assertThat(result(more)).hasSize(3);
    }

    @Test
    void whenItIsOverNobodyIsLeftWaiting() throws InterruptedException {
        Letter sent = outstanding.admit("e-1");
        Letter awaiting = outstanding.admit("e-2");
        outstanding.admit("e-3");
        outstanding.acknowledge(awaiting, stamped(1));
        CompletableFuture<Letter> waiting = new CompletableFuture<>();
        Thread publisher = new Thread(() -> waiting.completeAsync(() -> admit("e-4")));
        publisher.start();

        outstanding.abandon("no more", null);

        assertThat(failure(sent.verdict())).isEqualTo("event e-1: no more");
        assertThat(failure(awaiting.verdict())).isEqualTo("event e-2: no more");
        assertThat(failure(waiting)).isEqualTo("no more");
        assertThatThrownBy(() -> outstanding.admit("e-5")).hasMessageStartingWith("no more");
        outstanding.acknowledge(sent, stamped(2));
        outstanding.judge(at(2), answer(2));
        assertThat(outstanding.size()).isZero();
    }

    @Test
    void waitingForAllEndsWithTheLastVerdictOrWithPatience() throws InterruptedException {
        Letter letter = outstanding.admit("e-1");
        outstanding.acknowledge(letter, stamped(1));
        outstanding.awaitNone(Duration.ZERO);
        assertThat(outstanding.isEmpty()).isFalse();
        CompletableFuture<Boolean> empty = CompletableFuture.supplyAsync(() -> {
            try {
                outstanding.awaitNone(LONG);
                return outstanding.isEmpty();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });

        outstanding.judge(at(1), answer(1));

        assertThat(result(empty)).isTrue();
    }

    @Test
    void everyLetterGetsItsOwnVerdictInWhateverOrderThingsHappen(@Seed long seed) throws InterruptedException {
        Random random = new Random(seed);
        int events = 2_000;
        Outstanding all = new Outstanding(events, PATIENCE, nanos::get, callbacks);
        Map<Long, Letter> letters = new HashMap<>();
        List<Runnable> pending = new ArrayList<>();
        for (long offset = 0; offset < events || !pending.isEmpty(); ) {
            if (offset < events && random.nextInt(3) > 0) {
                Origin origin = at(offset);
                if (random.nextInt(4) > 0) {
                    Letter letter = all.admit("e-" + offset);
                    letters.put(offset, letter);
                    pending.add(() -> all.acknowledge(letter, new Stamp(origin, origin.getOffset())));
                }
                Answer answer = answer(offset);
                pending.add(() -> all.judge(origin, answer));
                offset++;
            } else if (!pending.isEmpty()) {
                pending.remove(random.nextInt(pending.size())).run();
            }
        }

        letters.forEach((offset, letter) -> assertThat(result(letter.verdict())).isEqualTo(accepted(offset)));
        assertThat(all.size()).isZero();
    }

    private Letter admit(String eventId) {
        try {
            return outstanding.admit(eventId);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Origin at(long offset) {
        return new Origin("rollout.in.fujitsu", 0, offset);
    }

    private static Stamp stamped(long offset) {
        return new Stamp(at(offset), offset);
    }

    /** As of an event that could not be read, which is known by its time. */
    private static Answer answer(long offset) {
        return new Answer(null, offset, accepted(offset));
    }

    private static Verdict accepted(long offset) {
        return new Accepted(Instant.ofEpochMilli(offset), at(offset));
    }
}
