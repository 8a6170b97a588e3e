package io.rollouthub.topology;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static io.rollouthub.topology.Reports.ACCEPTED_AT;
import static io.rollouthub.topology.Reports.GO_LIVE;
import static io.rollouthub.topology.Reports.MILESTONE;
import static io.rollouthub.topology.Reports.RELEASE;
import static io.rollouthub.topology.Reports.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.entry.PassedOverEntries;
import io.rollouthub.journal.Origin;
import io.rollouthub.output.Verdict;
import io.rollouthub.output.VerdictKind;
import io.rollouthub.output.VerdictsTold;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What suppliers are told of their records, by the gate of those that it refuses, by the ledger of all others. */
class VerdictsTest extends TopologyFixture {
    private static final String START = "2006-05-31T23:00:00Z";
    private static final String IN = SupplierTopics.in("fujitsu");
    private static final Topic<Verdict> VERDICTS =
            new Topic<>(SupplierTopics.verdicts("fujitsu"), Verdict.class, false);

    @Test
    void theGateTellsWhatItRefusesAndNothingOfWhatItLetsPass() {
        GateDriver gate = gate(Arrival.BROKER_TIME).publish(PROGRAMME);
        gate.report("fujitsu", "garbage".getBytes(StandardCharsets.UTF_8), ACCEPTED_AT);
        gate.report("fujitsu", bytes(with(GO_LIVE, "cluster", "\"london\"")), ACCEPTED_AT);
        gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT);

        assertThat(gate.verdicts("fujitsu")).extracting(TestRecord::key).containsExactly(IN + "/0/0", IN + "/0/1");
        assertThat(gate.journal()).hasSize(1);
    }

    @Test
    void aRefusalOfTheGateSaysWhatItIsAboutWhyAndSince() {
        GateDriver gate = gate(Arrival.BROKER_TIME).publish(PROGRAMME);
        gate.report("fujitsu", "garbage".getBytes(StandardCharsets.UTF_8), ACCEPTED_AT);
        gate.report("fujitsu", bytes(with(GO_LIVE, "cluster", "\"london\"")), ACCEPTED_AT);

        List<Verdict> told =
                gate.verdicts("fujitsu").stream().map(TestRecord::value).toList();
        assertThat(told).extracting(Verdict::getVerdict).containsOnly(VerdictKind.REJECTED);
        assertThat(told).extracting(Verdict::getReason).containsExactly("UNDECODABLE", "CLUSTER_NOT_ALLOWED");
        assertThat(told).extracting(Verdict::getEventId).containsExactly(null, "e-1");
        assertThat(told).extracting(Verdict::getOrigin).containsExactly(new Origin(IN, 0, 0L), new Origin(IN, 0, 1L));
        assertThat(told).extracting(Verdict::getAcceptedAt).containsOnly(ACCEPTED_AT);
        assertThat(told).extracting(Verdict::getSentence).allSatisfy(sentence -> assertThat(sentence)
                .isNotBlank());
    }

    @Test
    void anEventIdThatIsNoneIsNotRepeatedAtLength() {
        GateDriver gate = gate(Arrival.BROKER_TIME).publish(PROGRAMME);
        gate.report("fujitsu", bytes(with(GO_LIVE, "eventId", '"' + "x".repeat(100_000) + '"')), ACCEPTED_AT);

        assertThat(gate.verdicts("fujitsu"))
                .singleElement()
                .extracting(TestRecord::value)
                .returns(null, Verdict::getEventId)
                .returns("BAD_IDENTIFIER", Verdict::getReason);
    }

    @Test
    void whereASuppliersTopicsAreMissingNobodyWaitsForThem() {
        Predicate<String> none = topic -> false;
        Surroundings surroundings =
                new Surroundings(Arrival.BROKER_TIME, () -> LiveClock.STOPPED, () -> FailedAttempts.NONE, none);
        GateDriver gate = new GateDriver(
                        driver(new HubTopology(registry, FlowListener.NONE).gate(surroundings)), registry)
                .publish(PROGRAMME);
        gate.report("fujitsu", "garbage".getBytes(StandardCharsets.UTF_8), ACCEPTED_AT);
        LedgerDriver ledger = ledger(FlowListener.NONE, knowing(-1, none)).adopt(PROGRAMME, START);
        ledger.report(line(MILESTONE));
        ledger.report(line(with(MILESTONE, "title", "\"Another\"")));

        assertThat(gate.written()).doesNotContain(VERDICTS.name(), SupplierTopics.rejected("fujitsu"));
        assertThat(ledger.written()).doesNotContain(VERDICTS.name(), SupplierTopics.rejected("fujitsu"));
        ledger.pass(Duration.ofSeconds(1));
        assertThat(ledger.read(Topics.MILESTONES)).hasSize(1);
    }

    @Test
    void theLedgerTellsWhatCountsWhatWasKnownAndWhatItRejects() {
        LedgerDriver ledger = ledger().adopt(PROGRAMME, START);
        ledger.report(line(MILESTONE));
        ledger.report(line(MILESTONE));
        ledger.report(line(with(MILESTONE, "title", "\"Another\"")));

        List<TestRecord<String, Verdict>> told = ledger.read(VERDICTS);
        assertThat(told).extracting(TestRecord::key).containsExactly(IN + "/0/0", IN + "/0/1", IN + "/0/2");
        assertThat(told)
                .extracting(record -> record.value().getVerdict())
                .containsExactly(VerdictKind.ACCEPTED, VerdictKind.KNOWN, VerdictKind.REJECTED);
        assertThat(told).extracting(record -> record.value().getEventId()).containsOnly("e-3");
        assertThat(told).extracting(record -> record.value().getReason()).containsExactly(null, null, "DUPLICATE_ID");
        assertThat(told.get(2).value().getSentence()).contains("e-3");
    }

    @Test
    void aReportThatReplacesNoneThatIsThereYetIsToldSo() {
        LedgerDriver ledger = ledger().adopt(PROGRAMME, START);
        ledger.report(line(GO_LIVE)); // replaces e-0
        ledger.report(line(with(with(GO_LIVE, "eventId", "\"e-0\""), "replaces", "\"e-0\"")));
        ledger.report(line(with(with(GO_LIVE, "eventId", "\"e-9\""), "replaces", "\"e-1\"")));
        ledger.report(line(RELEASE));

        assertThat(ledger.read(VERDICTS))
                .extracting(record -> record.value().getReplacesUnknown())
                .containsExactly(true, false, false, false);
    }

    @Test
    void whatWasToldIsToldByNoLedgerAgainThatBeginsAnew() {
        LedgerDriver first = ledger().adopt(PROGRAMME, START);
        first.report(line(MILESTONE));
        first.report(line(with(MILESTONE, "title", "\"Another\"")));
        first.pass(Duration.ofSeconds(1));
        VerdictsTold mark = last(first.read(Topics.VERDICTS_TOLD));
        assertThat(mark).isEqualTo(new VerdictsTold(0, 3L));

        LedgerDriver anew = ledger(FlowListener.NONE, knowing(mark.getPosition(), topic -> true))
                .adopt(PROGRAMME, START);
        anew.report(line(MILESTONE));
        anew.report(line(with(MILESTONE, "title", "\"Another\"")));
        anew.report(line(RELEASE));
        anew.pass(Duration.ofSeconds(1));

        assertThat(anew.read(VERDICTS)).extracting(TestRecord::key).containsExactly(IN + "/0/2");
        assertThat(anew.written()).doesNotContain(SupplierTopics.rejected("fujitsu"));
        assertThat(last(anew.read(Topics.VERDICTS_TOLD))).isEqualTo(new VerdictsTold(0, 4L));
        assertThat(first.read(Topics.MILESTONES)).isNotEmpty();
        assertThat(anew.read(Topics.MILESTONES)).isNotEmpty();
    }

    private static VerdictsTold last(List<TestRecord<String, VerdictsTold>> marks) {
        return marks.get(marks.size() - 1).value();
    }

    private static JournalKnowledge knowing(long told, Predicate<String> topics) {
        return new JournalKnowledge(
                () -> PassedOverEntries.NONE,
                partition -> false,
                new JournalKnowledge.Suppliers(partition -> told, topics, FailedAttempts.NONE));
    }
}
