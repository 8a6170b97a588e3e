package io.rollouthub.topology;

import io.rollouthub.entry.EntryReader.Skipped;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a task passes over: of many, some to people, and all to whoever counts. For one thread. */
final class PassingOver implements Consumer<Skipped> {
    private static final Logger LOG = LoggerFactory.getLogger(PassingOver.class);

    /** Of one task; what somebody writes there all the time fills no log. */
    private static final int MOST_LINES = 20;

    private final FlowListener listener;
    private int lines;

    PassingOver(FlowListener listener) {
        this.listener = listener;
    }

    @Override
    public void accept(Skipped skipped) {
        listener.passedOver(skipped.topic());
        if (lines < MOST_LINES) {
            lines++;
            LOG.warn("{}", skipped.line());
            if (lines == MOST_LINES) {
                LOG.warn("what else is passed over there is counted only; 'rollout journal verify' lists it");
            }
        }
    }
}
