package io.rollouthub.topology;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.topic.Topics;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** At each commit everything that was applied has been told, and up to where that is so. */
class BeforeCommitTest extends TopologyFixture {
    private final LedgerDriver ledger = ledger().adopt(PROGRAMME, "2006-05-31T23:00:00Z");

    @Test
    void figuresOfAReportAreThereWhenItIsCommitted() {
        Story.tell(ledger);
        assertThat(ledger.read(Topics.MILESTONES)).isNotEmpty();
        assertThat(ledger.read(Topics.DELIVERY_RATES)).isNotEmpty();
        assertThat(ledger.read(Topics.CLUSTER_STATUS)).isNotEmpty();
    }

    @Test
    void progressIsToldOnceEverythingIsOutAndNotAgainWhileNothingComes() {
        ledger.tick("2006-06-01T12:00:00Z");
        assertThat(ledger.read(Topics.PROGRESS)).last().satisfies(record -> {
            assertThat(record.key()).isEqualTo("0");
            assertThat(record.value().getClock()).isEqualTo("2006-06-01T12:00:00Z");
        });
        Story.tell(ledger);
        ledger.read(Topics.PROGRESS);
        ledger.pass(Duration.ofSeconds(1)); // what costs much is worked out
        ledger.pass(Duration.ofSeconds(1));
        assertThat(ledger.read(Topics.PROGRESS))
                .hasSizeLessThanOrEqualTo(1)
                .extracting(record -> record.value().getPartition())
                .containsOnly(0);
        ledger.pass(Duration.ofSeconds(1));
        assertThat(ledger.read(Topics.PROGRESS)).isEmpty();
    }

    @Test
    void aPositionIsBehindTheLastEntry() {
        ledger.tick("2006-06-01T12:00:00Z");
        ledger.tick("2006-06-01T13:00:00Z");
        assertThat(ledger.read(Topics.PROGRESS))
                .extracting(record -> record.value().getPosition())
                .endsWith(2L, 3L);
    }
}
