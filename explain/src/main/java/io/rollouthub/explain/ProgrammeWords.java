package io.rollouthub.explain;

import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.programme.Programme;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The words of a programme: its names for people, dates in its zone, and who said what when. */
final class ProgrammeWords {
    private final Programme programme;
    private final AcceptedReports reports;
    private final CivilTime time;

    ProgrammeWords(ClusterEvidence evidence) {
        this.programme = evidence.programme();
        this.reports = evidence.reports();
        this.time = new CivilTime(ZoneId.of(programme.getZone()));
    }

    /** A supplier's name; its id if it is not in the programme any more. */
    String supplier(String id) {
        return programme.getSuppliers().stream()
                .filter(supplier -> supplier.getSupplier().equals(id))
                .map(supplier -> supplier.getName())
                .findFirst()
                .orElse(id);
    }

    /** "in Southern, NHS National Programme for IT". */
    String place(String cluster) {
        String name = programme.getClusters().stream()
                .filter(one -> one.getCluster().equals(cluster))
                .map(one -> one.getName())
                .findFirst()
                .orElse(cluster);
        return "in " + name + ", " + programme.getName();
    }

    LocalDate date(Instant instant) {
        return time.dateAt(instant);
    }

    /** What a report says, as a sentence; see {@link #said(Report, String)}. */
    String said(ReportedEvent report) {
        return said(report, Words.report(report));
    }

    /** "On 2006-06-15 Fujitsu planned it for 2006-07-31 [fujitsu/npfit-013].", with the day it came if that is another. */
    String said(ReportedEvent report, String what) {
        LocalDate reported = date(report.reportedAt());
        LocalDate accepted = date(reports.acceptedAt(report));
        return "On " + reported + (accepted.equals(reported) ? " " : " (received on " + accepted + ") ")
                + supplier(report.supplier()) + " " + what + Words.causes(List.of(report.cause())) + ".";
    }
}
