package io.rollouthub.connect.csv;

import io.rollouthub.check.EventCheck;
import io.rollouthub.check.Refusal;
import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.report.ReportedEvent;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Judges events as the gate will, so that a supplier reads of a mistake beside its own row. */
record EventChecks(String supplier, Function<String, EventCheck> checkOfCluster, InstantSource clock) {
    private static final Thresholds ANY_THRESHOLDS = new Thresholds(0.20, 30, 3, 35);

    /**
     * All that the gate asks under a programme.
     *
     * @param programme null: all but whether the supplier may report on a cluster, which the gate alone knows then
     */
    static EventChecks of(String supplier, ZoneId zone, @Nullable Programme programme, InstantSource clock) {
        if (programme == null) {
            return new EventChecks(supplier, cluster -> new EventCheck(permissive(zone, supplier, cluster)), clock);
        }
        EventCheck check = new EventCheck(programme);
        return new EventChecks(supplier, cluster -> check, clock);
    }

    /** Lets an event pass that the gate would accept now. */
    void require(SpecificRecord event) throws BadRowException {
        Refusal refusal =
                checkOfCluster.apply(ReportedEvent.of(event).cluster()).check(event, supplier, clock.instant());
        if (refusal != null) {
            throw new BadRowException(refusal.reason() + ": " + refusal.detail());
        }
    }

    private static Programme permissive(ZoneId zone, String supplier, String cluster) {
        return new Programme(
                "any",
                "Any",
                zone.getId(),
                List.of(new Cluster(cluster, cluster)),
                List.of(new Supplier(supplier, supplier, List.of(cluster))),
                ANY_THRESHOLDS);
    }
}
