package io.rollouthub.topology;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.check.Reason;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.testkit.Golden;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small story goes into the journal, and every record that comes of it is known. */
class LedgerTopologyTest extends TopologyFixture {
    private static final Path FOLDER = Path.of("src", "test", "resources", "topology", "story");
    private static final Golden GOLDEN = new Golden(
            LedgerTopologyTest.class,
            "It holds each record that the ledger writes for the story, in order; readers of the topic will see the"
                    + " difference, and a journal that is read again gives other results than before.");

    private final LedgerDriver ledger = ledger().adopt(PROGRAMME, "2006-05-31T23:00:00Z");
    private final List<JournalEntry> reports = Story.tell(ledger);

    static Stream<Topic<?>> outputs() {
        return Topics.OUTPUTS.stream();
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void whatTheStoryGivesIsKnownRecordByRecord(Topic<?> topic) {
        String written = ledger.read(topic).stream()
                .map(record -> record.key() + " " + Json.of(record.value()) + "\n")
                .collect(Collectors.joining());

        GOLDEN.assertSame(FOLDER.resolve(topic.name() + ".jsonl"), written);
    }

    @Test
    void alertsOpenAndResolveInOrder() {
        assertThat(ledger.read(Topics.ALERT_TRANSITIONS))
                .extracting(transition -> shown(transition.value()))
                .containsExactly(
                        "south/MILESTONE_MISSED/go-live/weston/millennium/R0 1 OPEN from 2006-06-10T23:00:00Z",
                        "south/DATE_SLIPPING/go-live/weston/millennium/R0 1 OPEN from 2006-06-12T09:00:00Z",
                        "south/MILESTONE_MISSED/go-live/weston/millennium/R0 1 REPLANNED at 2006-06-12T09:00:00Z",
                        "south/DATE_SLIPPING/go-live/weston/millennium/R0 1 MET at 2006-06-29T18:00:00Z",
                        "south/MILESTONE_AT_RISK/two-by-3-july 1 OPEN from 2006-06-30T23:00:00Z",
                        "south/MILESTONE_AT_RISK/two-by-3-july 1 ESCALATED at 2006-07-03T23:00:00Z",
                        "south/MILESTONE_MISSED/two-by-3-july 1 OPEN from 2006-07-03T23:00:00Z",
                        "south/SUPPLIER_SILENT/fujitsu 1 OPEN from 2006-08-03T18:00:00Z",
                        "south/MILESTONE_MISSED/two-by-3-july 1 MET_LATE at 2006-08-07T09:00:00Z",
                        "south/SUPPLIER_SILENT/fujitsu 1 REPORTED at 2006-08-07T09:00:00Z",
                        "south/MILESTONE_AT_RISK/four-by-10-september 1 OPEN from 2006-08-19T23:00:00Z",
                        "south/MILESTONE_AT_RISK/four-by-10-september 1 ESCALATED at 2006-09-10T23:00:00Z",
                        "south/MILESTONE_MISSED/four-by-10-september 1 OPEN from 2006-09-10T23:00:00Z");
    }

    @Test
    void aMilestoneThatHasCeasedToExistLeavesTombstones() {
        assertThat(ledger.read(Topics.MILESTONES))
                .filteredOn(record -> record.key().equals("south/go-live/poole/millennium/R0"))
                .extracting(record -> record.value() == null)
                .containsExactly(false, true);
        assertThat(ledger.read(Topics.PLAN_REVISIONS))
                .filteredOn(record -> record.key().equals("south/go-live/poole/millennium/R0/fujitsu/f-3"))
                .extracting(record -> record.value() == null)
                .containsExactly(false, true);
    }

    @Test
    void anotherReportUnderAnOldIdIsRefusedWithItsEntryAndOrigin() {
        JournalEntry other = reports.get(8);

        List<TestRecord<String, JournalEntry>> refused = ledger.rejected(SupplierTopics.rejected("fujitsu"));

        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).key()).isEqualTo("south");
        assertThat(refused.get(0).value()).isEqualTo(other);
        RejectionHeaders why = RejectionHeaders.of(refused.get(0).headers());
        assertThat(why.refusal().reason()).isEqualTo(Reason.DUPLICATE_ID);
        assertThat(why.refusal().detail()).contains("f-6", "fujitsu");
        assertThat(why.origin()).isEqualTo(other.getOrigin());
        assertThat(why.acceptedAt()).isEqualTo(other.getAcceptedAt());
    }

    @Test
    void everyRecordStandsAtTheInstantOfTheEntryItComesFrom() {
        ledger.read(Topics.CLUSTER_STATUS);
        ledger.tick("2006-09-13T00:00:00Z");

        assertThat(ledger.read(Topics.CLUSTER_STATUS))
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.getRecordTime()).isEqualTo("2006-09-13T00:00:00Z"));
    }

    @Test
    void whatReportsHaveMadeStaleIsPublishedSoonAfterThem() {
        ledger.read(Topics.SUPPLIER_RECORDS);
        ledger.report(TopologyFixture.line(
                "{\"type\":\"GoLiveEvent\",\"eventId\":\"f-99\",\"reportedAt\":\"2006-09-12T08:00:00Z\","
                        + "\"supplier\":\"fujitsu\",\"cluster\":\"south\",\"site\":\"truro\","
                        + "\"product\":\"millennium\",\"release\":\"R0\",\"status\":\"PLANNED\","
                        + "\"date\":\"2006-12-01\"}"));
        assertThat(ledger.read(Topics.SUPPLIER_RECORDS)).isEmpty();
        ledger.pass(Duration.ofSeconds(1));

        assertThat(ledger.read(Topics.SUPPLIER_RECORDS))
                .extracting(TestRecord::key)
                .contains("south/fujitsu");
    }

    @Test
    void theSameJournalGivesTheSameRecords() {
        LedgerDriver again = ledger().adopt(PROGRAMME, "2006-05-31T23:00:00Z");
        Story.tell(again);

        for (Topic<?> topic : Topics.OUTPUTS) {
            assertThat(again.read(topic)).as(topic.name()).isEqualTo(ledger.read(topic));
        }
    }

    @Test
    void whatTheGateWritesTheLedgerReads() {
        GateDriver gate = gate(Arrival.BROKER_TIME).publish(PROGRAMME);
        gate.report("fujitsu", bytes(Reports.MILESTONE), Reports.ACCEPTED_AT);
        LedgerDriver fresh = ledger().adopt(PROGRAMME, "2006-05-31T23:00:00Z");

        gate.journal().forEach(entry -> fresh.append(entry.key(), entry.value()));

        assertThat(fresh.read(Topics.MILESTONES)).extracting(TestRecord::key).containsExactly("south/dozen");
    }

    @Test
    void aJournalThatStartsWithoutAProgrammeIsNoJournal() {
        LedgerDriver fresh = ledger();

        assertThatThrownBy(() -> fresh.tick("2006-06-11T06:00:00Z")).hasStackTraceContaining("without a programme");
    }

    private static String shown(AlertTransition transition) {
        return transition.getAlertId() + " " + transition.getEpisode() + " "
                + (transition.getResolution() == null
                        ? transition.getState() + " from " + transition.getStartsAt()
                        : transition.getResolution() + " at " + transition.getEndsAt());
    }
}
