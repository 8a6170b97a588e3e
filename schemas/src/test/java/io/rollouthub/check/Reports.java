package io.rollouthub.check;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.event.ReleaseStage;
import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reports with nothing wrong in them, to be spoilt by the tests, and the programme that they are judged under. */
final class Reports {
    static final Instant ACCEPTED_AT = Instant.parse("2006-10-31T12:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2006, 10, 31);

    static final Programme PROGRAMME = programmeIn("Europe/London");

    private Reports() {}

    static Programme programmeIn(String zone) {
        return Programme.newBuilder()
                .setProgramme("npfit")
                .setName("NHS National Programme for IT")
                .setZone(zone)
                .setClusters(List.of(new Cluster("london", "London"), new Cluster("south", "Southern")))
                .setSuppliers(List.of(
                        Supplier.newBuilder()
                                .setSupplier("bt")
                                .setName("BT")
                                .setClusters(List.of("london"))
                                .build(),
                        Supplier.newBuilder()
                                .setSupplier("fujitsu")
                                .setName("Fujitsu")
                                .setClusters(List.of("south"))
                                .build()))
                .setThresholds(new Thresholds(0.2, null, 30, 3, 35))
                .build();
    }

    static GoLiveEvent.Builder goLive() {
        return GoLiveEvent.newBuilder()
                .setEventId("e-1")
                .setReportedAt(ACCEPTED_AT)
                .setSupplier("fujitsu")
                .setCluster("south")
                .setSite("weston")
                .setProduct("millennium")
                .setRelease("R0")
                .setStatus(GoLiveStatus.PLANNED)
                .setDate(TODAY);
    }

    static ReleaseEvent.Builder release() {
        return ReleaseEvent.newBuilder()
                .setEventId("e-1")
                .setReportedAt(ACCEPTED_AT)
                .setSupplier("fujitsu")
                .setCluster("south")
                .setProduct("millennium")
                .setRelease("R0")
                .setStage(ReleaseStage.PLANNED)
                .setDate(TODAY);
    }

    static MilestoneEvent.Builder milestone() {
        return MilestoneEvent.newBuilder()
                .setEventId("e-1")
                .setReportedAt(ACCEPTED_AT)
                .setSupplier("fujitsu")
                .setCluster("south")
                .setMilestone("dozen-by-end-october")
                .setTitle("Twelve by the end of October")
                .setStatus(MilestoneStatus.COMMITTED)
                .setDate(TODAY);
    }

    static ContractEvent.Builder contract() {
        return ContractEvent.newBuilder()
                .setEventId("e-1")
                .setReportedAt(ACCEPTED_AT)
                .setSupplier("fujitsu")
                .setCluster("south")
                .setContract("south-cerner")
                .setBuyer("fujitsu")
                .setProvider("cerner")
                .setStage(ContractStage.SIGNED)
                .setDate(TODAY);
    }

    /** What the checks say of an event on fujitsu's topic at {@link #ACCEPTED_AT}. */
    static @Nullable Refusal judge(SpecificRecord event) {
        return new EventCheck(PROGRAMME).check(event, "fujitsu", ACCEPTED_AT);
    }

    /** The reason alone, or null if the event is accepted. */
    static @Nullable Reason reason(SpecificRecord event) {
        return reasonAt(event, PROGRAMME, ACCEPTED_AT);
    }

    static @Nullable Reason reasonAt(SpecificRecord event, Programme programme, Instant acceptedAt) {
        Refusal refusal = new EventCheck(programme).check(event, "fujitsu", acceptedAt);
        return refusal == null ? null : refusal.reason();
    }
}
