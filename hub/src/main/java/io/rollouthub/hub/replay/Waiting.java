package io.rollouthub.hub.replay;

import java.time.Duration;

/** What a replay waits for: its instances, the gate and the ledger. */
record Waiting(ReplayWriter writer, Instances instances, Progress progress) {
    private static final String GATE = "records have waited for the gate";
    private static final String LEDGER = "entries of the journal have waited for the ledger";

    /** Between two looks at what has been committed: while the next event waits for it, and at the end. */
    private static final Duration SOON = Duration.ofMillis(5);

    private static final Duration AT_THE_END = Duration.ofMillis(25);

    /** Until all instances run. */
    void forStart() {
        instances.await(SOON, "instances have not started", instances::notRunning);
    }

    /** Until what has been written has passed the gate, as the next event must not overtake it. */
    void forGate() {
        writer.flush();
        instances.await(SOON, GATE, writer::leftForGate);
    }

    /** Until all that has been written has been processed, telling how much is left. */
    void forAll() {
        writer.flush();
        instances.await(AT_THE_END, GATE, () -> left(writer.leftForGate()));
        forLedger();
    }

    /** Until all of the journal has been processed, telling how much is left. */
    void forLedger() {
        instances.await(AT_THE_END, LEDGER, () -> left(writer.leftForLedger()));
    }

    private long left(long records) {
        progress.left(records);
        return records;
    }
}
