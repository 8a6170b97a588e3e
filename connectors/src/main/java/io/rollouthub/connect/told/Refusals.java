package io.rollouthub.connect.told;

import io.rollouthub.connect.told.Pages.Page;
import java.util.function.Supplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What receivers refuse, on its way to the dead-letter topic.
 *
 * @param topic that topic, as Connect knows it; null: there is none
 */
record Refusals(Supplier<@Nullable ErrantRecordReporter> topic) {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** @throws ConnectException if nobody is to keep what is refused */
    void take(Page page, RefusedException refusal) {
        ErrantRecordReporter reporter = topic.get();
        if (reporter == null) {
            throw new ConnectException(
                    refusal.getMessage() + "; to go on with the next transition, set errors.tolerance to all and"
                            + " errors.deadletterqueue.topic.name to a topic for what is refused");
        }
        SinkRecord origin = page.origin();
        if (origin == null) { // No record tells of it.
            LOG.error("{}; it is the end of {}", refusal.getMessage(), page.key());
            return;
        }
        LOG.error("{}; the transition of {} goes to the dead-letter topic", refusal.getMessage(), page.key());
        reporter.report(origin, refusal);
    }
}
