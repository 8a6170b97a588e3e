package io.rollouthub.topology;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static io.rollouthub.topology.Reports.GO_LIVE;
import static io.rollouthub.topology.Reports.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.entry.PassedOverEntries;
import io.rollouthub.journal.Parked;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What the ledger does with a report that it refuses where nobody takes that. */
class LedgerParkingTest extends TopologyFixture {
    private static final String REJECTED = SupplierTopics.rejected("fujitsu");

    @Test
    void whereItsTopicOfRejectedRecordsTakesNothingARefusedReportIsLeftAndOthersGoOn() {
        JournalKnowledge known = new JournalKnowledge(
                () -> PassedOverEntries.NONE,
                partition -> false,
                new JournalKnowledge.Suppliers(partition -> -1, topic -> !topic.equals(REJECTED), FailedAttempts.NONE));
        TopologyTestDriver driver =
                driver(new HubTopology(registry, FlowListener.NONE).ledger(KeptIn.MEMORY, Budget::unlimited, known));
        LedgerDriver ledger = new LedgerDriver(driver, registry);
        ledger.adopt(PROGRAMME, "2006-07-01T00:00:00Z");
        ledger.report(line(GO_LIVE));
        ledger.report(line(with(GO_LIVE, "siteName", "\"Another\"")));

        assertThat(ledger.read(Topics.PARKED))
                .extracting(TestRecord::value)
                .singleElement()
                .returns("DUPLICATE_ID", Parked::getReason)
                .returns(SupplierTopics.in("fujitsu"), Parked::getTopic)
                .returns(true, Parked::getParked);
        assertThat(driver.producedTopicNames()).doesNotContain(REJECTED);
    }
}
