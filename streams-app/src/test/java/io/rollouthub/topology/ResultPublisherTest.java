package io.rollouthub.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.check.Reason;
import io.rollouthub.domain.fact.Histories.Admission;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.entry.Entry;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.Contract;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.Properties;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultPublisherTest {
    private static final int PARTITION = 3;

    private final MockProcessorContext<String, Object> context =
            new MockProcessorContext<>(new Properties(), new TaskId(0, PARTITION), null);
    private final CloudEvents events = new CloudEvents();
    private final ResultPublisher publisher = new ResultPublisher(
            context, events, new SupplierTelling(context, JournalKnowledge.Suppliers.ALL, FlowListener.NONE, 0));

    ResultPublisherTest() {
        context.setCurrentStreamTimeMs(Reports.ACCEPTED_AT.toEpochMilli());
        events.from(Entry.of(new JournalEntry(Reports.ACCEPTED_AT, null, new Tick())));
    }

    @Test
    void everyResultGoesToItsTopicUnderItsKeyAndToTheJournalsPartition() {
        Alert alert = new Alert();
        alert.put("alertId", "south/SUPPLIER_SILENT/fujitsu");
        alert.put("at", Reports.ACCEPTED_AT);
        AlertTransition transition = new AlertTransition();
        transition.put("alertId", "south/SUPPLIER_SILENT/fujitsu");
        transition.put("at", Reports.ACCEPTED_AT);
        ClusterStatus cluster = new ClusterStatus();
        cluster.put("cluster", "south");
        SupplierStatus supplier = new SupplierStatus();
        supplier.put("cluster", "south");
        supplier.put("supplier", "fujitsu");

        publisher.publish(new Result.AlertRow(alert, false), 17);
        publisher.publish(new Result.Transition(transition, false), 17);
        publisher.publish(new Result.MilestoneRow("south/dozen", new MilestoneState()), 17);
        publisher.publish(new Result.RevisionRow("south/dozen/fujitsu/e-3", new PlanRevision()), 17);
        publisher.publish(new Result.RateRow("south/2006-07", new DeliveryRate()), 17);
        publisher.publish(new Result.ClusterRow(cluster), 17);
        publisher.publish(new Result.SupplierRow(supplier), 17);
        publisher.publish(new Result.ContractRow("south/south-cerner", new Contract()), 17);
        publisher.publish(new Result.ForecastRow("south/dozen/2006-10-31/90", new Forecast()), 17);
        SupplierRecord record = new SupplierRecord();
        record.put("cluster", "south");
        record.put("supplier", "fujitsu");
        publisher.publish(new Result.SupplierRecordRow(record), 17);

        assertThat(context.forwarded())
                .extracting(forward -> forward.childName().orElseThrow() + " "
                        + forward.record().key())
                .containsExactly(
                        "write-alerts south/SUPPLIER_SILENT/fujitsu",
                        "write-alert-transitions south/SUPPLIER_SILENT/fujitsu",
                        "write-milestones south/dozen",
                        "write-plan-revisions south/dozen/fujitsu/e-3",
                        "write-delivery-rates south/2006-07",
                        "write-cluster-status south",
                        "write-supplier-status south/fujitsu",
                        "write-contracts south/south-cerner",
                        "write-forecasts south/dozen/2006-10-31/90",
                        "write-supplier-records south/fujitsu");
        assertThat(context.forwarded())
                .extracting(forward -> ((Placed) forward.record().value()).partition())
                .containsOnly(PARTITION);
        assertThat(context.forwarded())
                .extracting(forward -> forward.childName().orElseThrow())
                .containsExactlyElementsOf(
                        Topics.OUTPUTS.stream().map(Sinks::of).toList());
    }

    @Test
    void whatHasCeasedToExistIsATombstone() {
        publisher.publish(new Result.MilestoneRow("south/dozen", null), 17);
        publisher.publish(new Result.RevisionRow("south/dozen/fujitsu/e-3", null), 17);
        publisher.publish(new Result.RateRow("south/2006-07", null), 17);
        publisher.publish(new Result.ContractRow("south/south-cerner", null), 17);

        assertThat(context.forwarded())
                .hasSize(4)
                .allSatisfy(forward -> assertThat(forward.record().value()).isEqualTo(new Placed(PARTITION, null)));
    }

    @ParameterizedTest
    @EnumSource(names = {"DUPLICATE_ID", "TOO_MANY_REVISIONS", "NOT_OWNER", "TOO_MANY_FACTS"})
    void whatTheLedgerRefusesGoesToTheSuppliersTopicWherePartitionsAreOthers(Admission verdict) {
        JournalEntry entry = new JournalEntry(
                Reports.ACCEPTED_AT,
                new Origin(SupplierTopics.in("fujitsu"), 1, 17L),
                TopologyFixture.line(Reports.GO_LIVE).event());

        publisher.publish(new Result.Rejection((ReportEntry) Entry.of(entry), verdict, " Mend it.", false), 17);

        CapturedForward<? extends String, ?> rejected = context.forwarded().get(0);
        assertThat(rejected.childName()).contains("write-rejected");
        assertThat(rejected.record().key()).isEqualTo("south");
        assertThat(rejected.record().value()).isEqualTo(entry);
        RejectionHeaders why = RejectionHeaders.of(rejected.record().headers());
        assertThat(why.refusal().reason()).isEqualTo(Reason.valueOf(verdict.name()));
        assertThat(why.refusal().detail()).contains("e-1", "fujitsu");
        assertThat(why.origin()).isEqualTo(entry.getOrigin());
        assertThat(why.acceptedAt()).isEqualTo(Reports.ACCEPTED_AT);
    }
}
