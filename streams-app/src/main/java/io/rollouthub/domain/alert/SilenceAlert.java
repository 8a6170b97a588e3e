package io.rollouthub.domain.alert;

import io.rollouthub.domain.alert.Alerts.Change;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.Evidence;
import io.rollouthub.output.Resolution;
import io.rollouthub.output.Severity;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.report.AlertId;
import io.rollouthub.report.EventKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SUPPLIER_SILENT: a supplier with something due in a cluster has not reported there for long. */
public final class SilenceAlert {
    private final Alerts alerts;

    public SilenceAlert(Alerts alerts) {
        this.alerts = alerts;
    }

    /** The instant from which a supplier is silent that was last heard of then; null if it has never reported. Days have 24 hours here. */
    public static @Nullable Instant silentFrom(@Nullable Instant heard, int silentAfterDays) {
        return heard == null ? null : heard.plus(Duration.ofDays(silentAfterDays));
    }

    /**
     * Judges the condition on a supplier.
     *
     * @param today the civil date of the cluster's clock
     * @param reporter who reported in this step, or null
     * @param cause the event of this step as {@code supplier/eventId}, or null
     * @return null if nothing has changed
     */
    public @Nullable Change judge(
            SupplierStatus supplier,
            Thresholds thresholds,
            Instant now,
            LocalDate today,
            @Nullable String reporter,
            @Nullable String cause) {
        Instant silentFrom = silentFrom(supplier.getLastAcceptedAt(), thresholds.getSilentAfterDays());
        int due = supplier.getPending() + supplier.getMissed();
        if (silentFrom != null && due > 0 && !silentFrom.isAfter(now)) {
            return alerts.hold(
                    Causes.of(List.of(new EventKey(supplier.getSupplier(), supplier.getLastEventId()).toString()))
                            .into(draft(supplier, now, JudgedNumbers.of(due, thresholds, today)))
                            .setStartsAt(silentFrom)
                            .setSummary(Summary.silent(supplier, due)),
                    false,
                    false);
        }
        Alert open = alerts.open(idOf(supplier));
        if (open == null) {
            return null;
        }
        Resolution resolution = supplier.getSupplier().equals(reporter)
                ? Resolution.REPORTED
                : due > 0 ? Resolution.RECOVERED : Resolution.NOTHING_DUE;
        Alert.Builder draft = Causes.of(open, cause)
                .into(draft(supplier, now, JudgedNumbers.of(due, thresholds, today)))
                .setSummary(Summary.heard(supplier, resolution));
        return alerts.resolve(open, draft, resolution, now);
    }

    private static String idOf(SupplierStatus supplier) {
        return new AlertId(supplier.getCluster(), AlertKind.SUPPLIER_SILENT, supplier.getSupplier()).toString();
    }

    private static Alert.Builder draft(SupplierStatus supplier, Instant now, Evidence judged) {
        return Alert.newBuilder()
                .setAlertId(idOf(supplier))
                .setCluster(supplier.getCluster())
                .setKind(AlertKind.SUPPLIER_SILENT)
                .setSubject(supplier.getSupplier())
                .setSeverity(Severity.WARNING)
                .setSupplier(supplier.getSupplier())
                .setLastAcceptedAt(supplier.getLastAcceptedAt())
                .setEvidence(judged)
                .setAt(now);
    }
}
