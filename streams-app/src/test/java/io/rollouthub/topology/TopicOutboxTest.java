package io.rollouthub.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.check.Reason;
import io.rollouthub.domain.fact.Histories.Verdict;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.Contract;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicOutboxTest {
    private static final int PARTITION = 3;

    private final MockProcessorContext<String, Output> context = new MockProcessorContext<>();
    private final TopicOutbox outbox = new TopicOutbox(context, FlowListener.NONE);

    TopicOutboxTest() {
        context.setRecordMetadata(Topics.JOURNAL.name(), PARTITION, 4711);
        context.setCurrentStreamTimeMs(Reports.ACCEPTED_AT.toEpochMilli());
    }

    @Test
    void everyResultGoesToItsTopicUnderItsKeyAndToTheJournalsPartition() {
        Alert alert = new Alert();
        alert.put("alertId", "south/SUPPLIER_SILENT/fujitsu");
        AlertTransition transition = new AlertTransition();
        transition.put("alertId", "south/SUPPLIER_SILENT/fujitsu");
        ClusterStatus cluster = new ClusterStatus();
        cluster.put("cluster", "south");
        SupplierStatus supplier = new SupplierStatus();
        supplier.put("cluster", "south");
        supplier.put("supplier", "fujitsu");

        outbox.alert(alert);
        outbox.transition(transition);
        outbox.milestone("south/dozen", new MilestoneState());
        outbox.revision("south/dozen/fujitsu/e-3", new PlanRevision());
        outbox.rate("south/2006-07", new DeliveryRate());
        outbox.cluster(cluster);
        outbox.supplier(supplier);
        outbox.contract("south/south-cerner", new Contract());

        assertThat(forwarded())
                .extracting(record -> record.value().topic() + " " + record.key())
                .containsExactly(
                        Topics.ALERTS.name() + " south/SUPPLIER_SILENT/fujitsu",
                        Topics.ALERT_TRANSITIONS.name() + " south/SUPPLIER_SILENT/fujitsu",
                        Topics.MILESTONES.name() + " south/dozen",
                        Topics.PLAN_REVISIONS.name() + " south/dozen/fujitsu/e-3",
                        Topics.DELIVERY_RATES.name() + " south/2006-07",
                        Topics.CLUSTER_STATUS.name() + " south",
                        Topics.SUPPLIER_STATUS.name() + " south/fujitsu",
                        Topics.CONTRACTS.name() + " south/south-cerner");
        assertThat(forwarded())
                .extracting(record -> record.value().partition())
                .allSatisfy(partition -> assertThat(partition).contains(Set.of(PARTITION)));
        assertThat(forwarded())
                .extracting(record -> record.value().subject())
                .containsExactlyElementsOf(
                        Topics.OUTPUTS.stream().map(Topic::subject).toList());
    }

    @Test
    void whatHasCeasedToExistIsATombstone() {
        outbox.milestone("south/dozen", null);
        outbox.revision("south/dozen/fujitsu/e-3", null);
        outbox.rate("south/2006-07", null);
        outbox.contract("south/south-cerner", null);

        assertThat(forwarded()).hasSize(4).allSatisfy(record -> {
            assertThat(record.value().value()).isNull();
            assertThat(record.value().partition()).contains(Set.of(PARTITION));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"DUPLICATE_ID", "TOO_MANY_REVISIONS"})
    void whatTheLedgerRefusesGoesToTheSuppliersTopicWherePartitionsAreOthers(Verdict verdict) {
        JournalEntry entry = new JournalEntry(
                Reports.ACCEPTED_AT,
                new Origin(SupplierTopics.in("fujitsu"), 1, 17L),
                TopologyFixture.line(Reports.GO_LIVE).event());

        outbox.refuse(entry, verdict);

        Record<? extends String, ? extends Output> refused = forwarded().get(0);
        assertThat(refused.key()).isEqualTo("south");
        assertThat(refused.value().topic()).isEqualTo(SupplierTopics.rejected("fujitsu"));
        assertThat(refused.value().partition()).as("left to the key").isEmpty();
        assertThat(refused.value().value()).isEqualTo(entry);
        RejectionHeaders why = RejectionHeaders.of(refused.headers());
        assertThat(why.refusal().reason()).isEqualTo(Reason.valueOf(verdict.name()));
        assertThat(why.refusal().detail()).contains("e-1", "fujitsu");
        assertThat(why.origin()).isEqualTo(entry.getOrigin());
        assertThat(why.acceptedAt()).isEqualTo(Reports.ACCEPTED_AT);
    }

    private List<Record<? extends String, ? extends Output>> forwarded() {
        return context.forwarded().stream()
                .<Record<? extends String, ? extends Output>>map(MockProcessorContext.CapturedForward::record)
                .toList();
    }
}
