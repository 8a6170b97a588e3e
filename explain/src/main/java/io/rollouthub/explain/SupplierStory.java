package io.rollouthub.explain;

import io.rollouthub.output.AlertKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.report.ReportedEvent;
import java.util.ArrayList;
import java.util.List;

/** The story of a supplier's silence on a cluster: its last reports, what it owns, when it was silent. */
final class SupplierStory {
    private static final int LAST = 5;

    private final Subject subject;
    private final ClusterEvidence evidence;
    private final ProgrammeWords words;

    SupplierStory(Subject subject, ClusterEvidence evidence) {
        this.subject = subject;
        this.evidence = evidence;
        this.words = new ProgrammeWords(evidence);
    }

    Story tell() {
        boolean silent = evidence.model().openAlerts().stream()
                .anyMatch(alert -> alert.getAlertId().equals(subject.id()));
        return new Story(
                "Reports of " + words.supplier(subject.name()),
                subject.id() + ", " + words.place(subject.cluster()),
                List.of(
                        new Story.Section("What it reported last", lastReports()),
                        new AlertStory(subject.cluster(), evidence, words)
                                .of(AlertKind.SUPPLIER_SILENT, subject.name()),
                        new Story.Section("Where it stands on " + words.date(evidence.clock()), standing(silent))));
    }

    private List<String> lastReports() {
        List<ReportedEvent> reports = evidence.reports().of(subject.name());
        List<String> lines = new ArrayList<>();
        if (reports.size() > LAST) {
            lines.add("The last " + LAST + " of " + reports.size() + " reports:");
        }
        for (ReportedEvent report : reports.subList(Math.max(0, reports.size() - LAST), reports.size())) {
            lines.add(words.said(report));
        }
        return lines;
    }

    private List<String> standing(boolean silent) {
        List<MilestoneState> unmet = evidence.unmet(subject.name());
        List<String> lines = new ArrayList<>();
        lines.add(silent ? "It is silent." : "It is not silent.");
        if (unmet.isEmpty()) {
            lines.add("It owns nothing that is due.");
        } else {
            lines.add("It owns " + Words.count(unmet.size(), "milestone", "milestones") + " not achieved:");
            unmet.forEach(milestone -> lines.add(Words.item(milestone, words.date(evidence.clock()))));
        }
        return lines;
    }
}
