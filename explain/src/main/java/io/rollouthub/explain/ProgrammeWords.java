package io.rollouthub.explain;

import io.rollouthub.programme.Programme;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The words of a programme: its names for people, dates in its zone, and who said what when. */
record ProgrammeWords(Programme programme, Names names, AcceptedReports reports) {

    ProgrammeWords(Programme programme, AcceptedReports reports) {
        this(programme, new Names(programme), reports);
    }

    String supplier(String id) {
        return names.supplier(id);
    }

    /** "in Southern, NHS National Programme for IT". */
    String place(String cluster) {
        return "in " + names.cluster(cluster) + ", " + programme.getName();
    }

    LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneId.of(programme.getZone()));
    }

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
