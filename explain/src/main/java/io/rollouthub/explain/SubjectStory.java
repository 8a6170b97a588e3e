package io.rollouthub.explain;

import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.report.MilestoneKey;
import io.rollouthub.report.ReportedEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The story of a milestone (the promise, how its date moved, what happened, its alerts, where it stands) or of a supplier's
 * silence on a cluster (its last reports, when it was silent, what it owns).
 */
final class SubjectStory {
    private static final int LAST = 5;

    private final Subject subject;
    private final ClusterEvidence evidence;
    private final ProgrammeWords words;
    private final AlertStory alerts;
    private final LocalDate today;

    SubjectStory(Subject subject, ClusterEvidence evidence) {
        this.subject = subject;
        this.evidence = evidence;
        this.words = new ProgrammeWords(evidence);
        this.alerts = new AlertStory(subject.cluster(), evidence, words);
        this.today = words.date(evidence.clock());
    }

    Story tell() {
        return subject.isSupplier() ? ofSupplier() : ofMilestone();
    }

    private Story story(String title, List<Story.Section> sections) {
        return new Story(title, subject.id() + ", " + words.place(subject.cluster()), sections);
    }

    /** With one alert's episodes, if it is about one, else with all. */
    private Story ofMilestone() {
        History history = evidence.reports().of(subject.key());
        List<Story.Section> sections = new ArrayList<>(new PlanStory(words, history).sections());
        sections.add(new Story.Section("What happened", new WhatHappened(evidence.reports(), words).of(history)));
        List<String> corrected = corrected(history);
        if (!corrected.isEmpty()) {
            sections.add(new Story.Section("What was corrected", corrected));
        }
        sections.addAll(alerts());
        sections.add(new Story.Section("Where it stands on " + today, whereItStands()));
        return story(Names.thing(subject.key(), history.fold().title()), List.copyOf(sections));
    }

    /** The one alert that is asked for, or all that have opened, the first to open first. */
    private List<Story.Section> alerts() {
        if (subject.kind() != null) {
            return List.of(alerts.of(subject.kind(), subject.name()));
        }
        return evidence.transitions().stream()
                .map(ClusterEvidence.JudgedTransition::alert)
                .filter(alert -> alert.getSubject().equals(subject.name()))
                .map(AlertTransition::getKind)
                .filter(Subject.KINDS_ON_MILESTONES::contains)
                .distinct()
                .map(kind -> alerts.of(kind, subject.name()))
                .toList();
    }

    /** Reports that count no more because their supplier replaced them. */
    private List<String> corrected(History history) {
        List<ReportedEvent> gone = new ArrayList<>(history.reports());
        gone.removeAll(history.standing());
        return gone.stream()
                .map(report ->
                        words.said(report) + " It counts no more: replaced by" + replacement(report, history) + ".")
                .toList();
    }

    private static String replacement(ReportedEvent gone, History history) {
        return Words.causes(history.reports().stream()
                .filter(report ->
                        report.supplier().equals(gone.supplier()) && Objects.equals(report.replaces(), gone.eventId()))
                .map(ReportedEvent::cause)
                .toList());
    }

    private List<String> whereItStands() {
        MilestoneState milestone =
                evidence.model().milestones().get(new MilestoneKey(subject.cluster(), subject.name()).toString());
        List<String> sentences = new ArrayList<>();
        sentences.add(standing(milestone));
        if (milestone != null && milestone.getStatus() == Status.PENDING) {
            Forecast forecast = evidence.forecast(milestone);
            if (forecast != null) {
                sentences.addAll(Words.forecastNow(forecast, milestone, words.date(milestone.getAt())));
            }
        }
        List<Alert> open = evidence.model().openAlerts().stream()
                .filter(alert -> alert.getCluster().equals(subject.cluster())
                        && alert.getSubject().equals(subject.name()))
                .toList();
        if (open.isEmpty()) {
            sentences.add("No alert is open on it.");
        }
        open.forEach(alert ->
                sentences.add("Open since " + words.date(alert.getStartsAt()) + ": " + alert.getAlertId() + "."));
        return sentences;
    }

    private String standing(@Nullable MilestoneState milestone) {
        if (milestone == null) {
            return "It has no date, so it can be neither met nor missed.";
        }
        LocalDate due = milestone.getDue();
        LocalDate achieved = milestone.getAchievedOn();
        String owner = "; it is " + words.supplier(milestone.getOwner()) + "'s to deliver.";
        return switch (milestone.getStatus()) {
            case MET, MET_LATE -> "Achieved on " + achieved + ", " + Words.punctuality(achieved, due) + ".";
            case MISSED ->
                "Missed: due on " + due + ", " + Words.days(Words.between(due, today)) + " ago, "
                        + Words.lacking(milestone, "is") + owner;
            case PENDING ->
                "Pending: due on " + due + (milestone.getUndated() ? " until a new date is named" : "") + ", in "
                        + Words.days(Words.between(today, due))
                        + (milestone.getCount() == null ? "" : ", " + Words.lacking(milestone, "is")) + owner;
            case WITHDRAWN -> "Withdrawn.";
            case UNKNOWN -> "Not known to this version.";
        };
    }

    private Story ofSupplier() {
        return story(
                "Reports of " + words.supplier(subject.name()),
                List.of(
                        new Story.Section("What it reported last", lastReports()),
                        alerts.of(AlertKind.SUPPLIER_SILENT, subject.name()),
                        new Story.Section("Where it stands on " + today, whatItOwns())));
    }

    private List<String> lastReports() {
        List<ReportedEvent> reports = evidence.reports().of(subject.name());
        List<String> lines = new ArrayList<>();
        if (reports.size() > LAST) {
            lines.add("The last " + LAST + " of " + reports.size() + " reports:");
        }
        reports.subList(Math.max(0, reports.size() - LAST), reports.size())
                .forEach(report -> lines.add(words.said(report)));
        return lines;
    }

    private List<String> whatItOwns() {
        boolean silent = evidence.model().openAlerts().stream()
                .anyMatch(alert -> alert.getAlertId().equals(subject.id()));
        List<MilestoneState> unmet = evidence.unmet(subject.name());
        List<String> lines = new ArrayList<>();
        lines.add(silent ? "It is silent." : "It is not silent.");
        if (unmet.isEmpty()) {
            lines.add("It owns nothing that is due.");
        } else {
            lines.add("It owns " + Words.count(unmet.size(), "milestone", "milestones") + " not achieved:");
            unmet.forEach(milestone -> lines.add(Words.item(milestone, today)));
        }
        return lines;
    }
}
