package io.rollouthub.producer;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way.
 *
 * @param eventId for messages
 * @param number in the order in which they were handed in
 * @param verdict what its publisher waits for
 * @param whenDone is run once the verdict is there
 */
record Letter(String eventId, long number, CompletableFuture<Verdict> verdict, Runnable whenDone) {

    /** What helps an event that has no verdict. */
    static final String REMEDY = "Publish it again: the hub drops an identical repeat.";

    void complete(Verdict known) {
        verdict.complete(known);
        whenDone.run();
    }

    void fail(String why, @Nullable Throwable cause) {
        verdict.completeExceptionally(new SupplierClientException("event " + eventId + ": " + why, REMEDY, cause));
        whenDone.run();
    }
}
