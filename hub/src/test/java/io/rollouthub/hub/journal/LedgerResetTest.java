package io.rollouthub.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.topic.ConnectTopics;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.ToldTopics;
import io.rollouthub.topic.Topics;
import org.junit.jupiter.api.Test;

class LedgerResetTest {
    @Test
    void resultsAndTheLedgersStoresGo() {
        assertThat(Topics.OF_LEDGER).allMatch(topic -> LedgerReset.isMade(topic.name()));
        assertThat(LedgerReset.isMade("rollout-ledger-alerts-by-id-changelog")).isTrue();
    }

    @Test
    void whatWasPublishedAndWhatWasToldStays() {
        assertThat(new String[] {
                    Topics.JOURNAL.name(),
                    Topics.CONTROL.name(),
                    Topics.PROGRAMME.name(),
                    SupplierTopics.in("acme"),
                    SupplierTopics.rejected("acme"),
                    ConnectTopics.OFFSETS,
                    ToldTopics.IMPORT.name(),
                    ToldTopics.of("webhook").name(),
                    "rollout.connect-refused.webhook"
                })
                .noneMatch(LedgerReset::isMade);
    }
}
