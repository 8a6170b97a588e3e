package io.rollouthub.connect.webhook;

import io.rollouthub.connect.alert.AlertReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of one transition after the other. */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Receiver receiver;
    private final MessageForm form;
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

    /**
     * How one attempt ended.
     *
     * @param refusal why this transition is never to be told; null: it need not be
     * @param retryAfter when to try it again; null: it is done with
     */
    record Outcome(@Nullable String refusal, @Nullable Duration retryAfter) {
        private static final Outcome DONE = new Outcome(null, null);
    }

    Delivery(Receiver receiver, MessageForm form, Limits limits, InstantSource clock) {
        this.receiver = receiver;
        this.form = form;
        this.limits = limits;
        this.clock = clock;
    }

    /** Tries to tell a transition; the same one again as long as it says so. */
    Outcome attempt(AlertReport transition) throws InterruptedException {
        if (isTooOld(transition)) {
            return tooOld(transition);
        }
        tellOfSkipped();
        Answer answer = receiver.send(form.of(transition));
        switch (answer.verdict()) {
            case TAKEN -> {
                if (attempts > 0) {
                    LOG.info("The receiver takes messages again");
                }
                attempts = 0;
                return Outcome.DONE;
            }
            case REFUSED -> {
                attempts = 0;
                return new Outcome(answer.detail(), null);
            }
            default -> {
                Duration wait = backOff(answer);
                if (attempts == 0) {
                    LOG.warn("{}; trying again until it does", answer.detail());
                }
                attempts++;
                return new Outcome(null, wait);
            }
        }
    }

    private boolean isTooOld(AlertReport transition) {
        Instant now = clock.instant();
        return transition.at().isBefore(now.minus(limits.maxAge()));
    }

    /** Silently if it never could have been told in time; but one that a receiver kept waiting is not to be lost. */
    private Outcome tooOld(AlertReport transition) {
        if (attempts > 0) {
            attempts = 0;
            return new Outcome(
                    "the receiver was away until this transition of " + transition.at() + " was older than "
                            + WebhookConfig.MAX_AGE,
                    null);
        }
        skipped++;
        return Outcome.DONE;
    }

    /** Says how many transitions were passed over as too old, if any. */
    void tellOfSkipped() {
        if (skipped > 0) {
            LOG.info(
                    "{} transitions older than {} of {} were not told",
                    skipped,
                    WebhookConfig.MAX_AGE,
                    limits.maxAge());
            skipped = 0;
        }
    }

    private Duration backOff(Answer answer) {
        Duration doubled = limits.backOff().multipliedBy(1L << Math.min(attempts, 20));
        Duration wait =
                answer.leaveFor() != null && answer.leaveFor().compareTo(doubled) > 0 ? answer.leaveFor() : doubled;
        return wait.compareTo(limits.maxBackOff()) > 0 ? limits.maxBackOff() : wait;
    }
}
