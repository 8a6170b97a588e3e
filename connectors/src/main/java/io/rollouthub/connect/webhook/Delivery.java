package io.rollouthub.connect.webhook;

import io.rollouthub.connect.alert.AlertReport;
import io.rollouthub.connect.webhook.Receiver.Answer;
import io.rollouthub.connect.webhook.Receiver.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of one transition after the other. */
final class Delivery {
    /** The setting that says how old a transition may be. */
    static final String MAX_AGE = "max.age";

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Receiver receiver;
    private final Function<AlertReport, Message> form;
    private final Limits limits;
    private final InstantSource clock;
    private int attempts;
    private int skipped;

    /**
     * How long and how often.
     *
     * @param maxAge older transitions are not told
     * @param backOff before the second attempt; it doubles with each
     * @param maxBackOff what it never exceeds
     */
    record Limits(Duration maxAge, Duration backOff, Duration maxBackOff) {}

    /** @param form makes the message on a transition, always the same one */
    Delivery(Receiver receiver, Function<AlertReport, Message> form, Limits limits, InstantSource clock) {
        this.receiver = receiver;
        this.form = form;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Tries to tell a transition; the same one again as long as it says so.
     *
     * @return when to try it again; null: it is done with
     * @throws RefusedException with why this transition is never to be told
     */
    @Nullable
    Duration attempt(AlertReport transition) throws RefusedException, InterruptedException {
        boolean waited = attempts > 0;
        if (transition.at().isBefore(clock.instant().minus(limits.maxAge()))) {
            attempts = 0;
            if (waited) { // it could have been told in time, and is not to be lost
                throw new RefusedException("the receiver was away until this transition of " + transition.at()
                        + " was older than " + MAX_AGE);
            }
            skipped++;
            return null;
        }
        tellOfSkipped();
        Answer answer = receiver.send(form.apply(transition));
        if (answer.verdict() == Verdict.AWAY) {
            if (!waited) {
                LOG.warn("{}; trying again until it does", answer.detail());
            }
            return backOff(attempts++, answer.leaveFor());
        }
        attempts = 0;
        if (answer.verdict() == Verdict.REFUSED) {
            throw new RefusedException(answer.detail());
        }
        if (waited) {
            LOG.info("The receiver takes messages again");
        }
        return null;
    }

    /** Says how many transitions were passed over as too old, if any. */
    void tellOfSkipped() {
        if (skipped > 0) {
            LOG.info("{} transitions older than {} of {} were not told", skipped, MAX_AGE, limits.maxAge());
            skipped = 0;
        }
    }

    private Duration backOff(int failed, Duration asked) {
        long longest = limits.maxBackOff().toMillis();
        long doubled = new ExponentialBackoff(limits.backOff().toMillis(), 2, longest, 0).backoff(failed);
        return Duration.ofMillis(Math.min(longest, Math.max(doubled, asked.toMillis())));
    }
}
