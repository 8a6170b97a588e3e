package io.rollouthub.connect.csv;

import io.rollouthub.check.EventCheck;
import io.rollouthub.check.Refusal;
import io.rollouthub.connect.csv.CsvTable.Row;
import io.rollouthub.connect.csv.DropFolder.DroppedFile;
import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.text.Quoted;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Who reports, when, and by whose rules: events are judged as the gate will, so that a supplier reads of a mistake beside
 * its own row.
 *
 * @param at with a date (its first instant) or an instant of ISO 8601; null: when the file was last changed
 */
record Reporting(
        String supplier,
        @Nullable Cell at,
        DateForms dates,
        ZoneId zone,
        Function<String, EventCheck> checkOfCluster,
        InstantSource clock) {
    private static final Thresholds ANY_THRESHOLDS = Thresholds.newBuilder()
            .setAtRiskBelow(0.20)
            .setSlipDays(30)
            .setSlipCount(3)
            .setSilentAfterDays(35)
            .build();

    /**
     * All that the gate asks of the events of a cluster under a programme.
     *
     * @param programme null: all but whether the supplier may report on a cluster, which the gate alone knows then
     */
    static Function<String, EventCheck> checks(@Nullable Programme programme, String supplier, ZoneId zone) {
        if (programme == null) {
            return cluster -> new EventCheck(permissive(zone, supplier, cluster));
        }
        EventCheck check = new EventCheck(programme);
        return cluster -> check;
    }

    private static Programme permissive(ZoneId zone, String supplier, String cluster) {
        return Programme.newBuilder()
                .setProgramme("any")
                .setName("Any")
                .setZone(zone.getId())
                .setClusters(List.of(new Cluster(cluster, cluster)))
                .setSuppliers(List.of(Supplier.newBuilder()
                        .setSupplier(supplier)
                        .setName(supplier)
                        .setClusters(List.of(cluster))
                        .build()))
                .setThresholds(ANY_THRESHOLDS)
                .build();
    }

    /** Lets an event pass that the gate would accept now. */
    void require(SpecificRecord event) throws BadRowException {
        Refusal refusal =
                checkOfCluster.apply(ReportedEvent.of(event).cluster()).check(event, supplier, clock.instant());
        if (refusal != null) {
            throw new BadRowException(refusal.reason() + ": " + refusal.detail());
        }
    }

    /** When the supplier made the report of a row: always the same for the same file, so that a repeat is a repeat. */
    Instant time(Row row, DroppedFile file) throws BadRowException {
        if (at == null) {
            return file.modified();
        }
        String text = at.required(row);
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            // No instant: a date then.
        }
        try {
            return dates.parse(text).atStartOfDay(zone).toInstant();
        } catch (BadRowException e) {
            throw new BadRowException(
                    "reported-at: " + e.getMessage() + ", and no instant such as " + Quoted.of("2006-10-31T09:00:00Z"));
        }
    }

    /** The day that a field gives; the mistake names the field. */
    LocalDate date(String field, String text) throws BadRowException {
        try {
            return dates.parse(text);
        } catch (BadRowException e) {
            throw new BadRowException(field + ": " + e.getMessage());
        }
    }
}
