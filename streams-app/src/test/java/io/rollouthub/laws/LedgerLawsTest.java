package io.rollouthub.laws;

import io.rollouthub.testkit.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** On any journal the ledger says after every entry what the model says. */
@Execution(ExecutionMode.CONCURRENT)
class LedgerLawsTest {

    @Test
    void theLedgerAndTheModelAgreeAfterEveryEntry(@Seed long seed) {
        Laws.hold(seed, Comparison::differenceOn);
    }
}
