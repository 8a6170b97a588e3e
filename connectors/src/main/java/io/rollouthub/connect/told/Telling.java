package io.rollouthub.connect.told;

import io.rollouthub.connect.told.Pages.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells a receiver what {@link Pages} says is due, one transition after the other, and keeps what it has answered to. */
final class Telling {
    /** So long at most one turn tells, as Kafka wants to hear of a consumer now and then. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Teller teller;
    private final Pages pages;
    private final Memory memory;
    private final Refusals refusals;
    private Instant notBefore = Instant.MIN;

    Telling(Teller teller, Pages pages, Memory memory, Refusals refusals) {
        this.teller = teller;
        this.pages = pages;
        this.memory = memory;
        this.refusals = refusals;
    }

    /** Whether there is something to tell now. */
    boolean isDue(Instant now) {
        return !now.isBefore(notBefore) && pages.due(now) != null;
    }

    /** When there may be something to tell, if that is before another instant; else that. */
    Instant nextDue(Instant now, Instant atMost) {
        return notBefore.isAfter(now) ? notBefore : pages.nextDue(atMost);
    }

    /** Tells all that is due; what a receiver does not take now is tried again at a later turn. */
    void tell(InstantSource clock) throws InterruptedException {
        Instant now = clock.instant();
        Instant until = now.plus(LONGEST);
        for (Page page = pages.due(now); page != null && now.isBefore(until); page = pages.due(now)) {
            memory.telling(page.key(), page.transition(), now);
            try {
                Duration wait = teller.attempt(page.transition());
                if (wait != null) {
                    notBefore = clock.instant().plus(wait);
                    return;
                }
            } catch (RefusedException e) {
                refusals.take(page, e);
            }
            now = clock.instant();
            pages.done(page);
            memory.told(page.key(), page.transition(), now);
        }
    }
}
