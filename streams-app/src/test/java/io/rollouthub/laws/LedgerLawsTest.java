package io.rollouthub.laws;

import io.rollouthub.testkit.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** On any journal the ledger says after every entry what the model says. */
@Execution(ExecutionMode.CONCURRENT)
class LedgerLawsTest {

    @Test
    void the_ledger_and_the_model_agree_after_every_entry(@Seed long seed) {
        Laws.hold(seed, Comparison::differenceOn);
    }
}
