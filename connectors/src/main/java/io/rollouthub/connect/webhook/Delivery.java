package io.rollouthub.connect.webhook;

import io.rollouthub.connect.alert.AlertReport;
import io.rollouthub.connect.told.RefusedException;
import io.rollouthub.connect.told.Teller;
import io.rollouthub.connect.webhook.Receiver.Answer;
import io.rollouthub.connect.webhook.Receiver.Verdict;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of one transition after the other. */
final class Delivery implements Teller {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Receiver receiver;
    private final Function<AlertReport, Message> form;
    private final Limits limits;
    private int attempts;

    /**
     * How often.
     *
     * @param backOff before the second attempt; it doubles with each
     * @param maxBackOff what it never exceeds
     */
    record Limits(Duration backOff, Duration maxBackOff) {}

    /** @param form makes the message on a transition, always the same one */
    Delivery(Receiver receiver, Function<AlertReport, Message> form, Limits limits) {
        this.receiver = receiver;
        this.form = form;
        this.limits = limits;
    }

    @Override
    public @Nullable Duration attempt(AlertReport transition) throws RefusedException, InterruptedException {
        boolean waited = attempts > 0;
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

    private Duration backOff(int failed, Duration asked) {
        long longest = limits.maxBackOff().toMillis();
        long doubled = new ExponentialBackoff(limits.backOff().toMillis(), 2, longest, 0).backoff(failed);
        return Duration.ofMillis(Math.min(longest, Math.max(doubled, asked.toMillis())));
    }
}
