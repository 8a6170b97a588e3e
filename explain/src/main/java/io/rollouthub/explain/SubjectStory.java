package io.rollouthub.explain;

import io.rollouthub.domain.fact.History;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.report.AlertId;
import io.rollouthub.report.ReportedEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Told told;
    private final AcceptedReports reports;
    private final ProgrammeWords words;
    private final AlertStory alerts;

    SubjectStory(Subject subject, Told told, AcceptedReports reports) {
        this.subject = subject;
        this.told = told;
        this.reports = reports;
        this.words = new ProgrammeWords(told.programme(), reports);
        this.alerts = new AlertStory(subject.cluster(), told, words);
    }

    Story tell() {
        return subject.isSupplier() ? ofSupplier() : ofMilestone();
    }

    private Story story(String title, List<Story.Section> sections) {
        return new Story(title, subject.id() + ", " + words.place(subject.cluster()), sections);
    }

    /** With one alert's episodes, if it is about one, else with all. */
    private Story ofMilestone() {
        History history = reports.of(subject.key());
        List<Story.Section> sections = new ArrayList<>(new PlanStory(words, history).sections());
        sections.add(new Story.Section("What happened", new WhatHappened(reports, words).of(history)));
        List<String> corrected = corrected(history);
        if (!corrected.isEmpty()) {
            sections.add(new Story.Section("What was corrected", corrected));
        }
        sections.addAll(alerts());
        sections.add(whereItStands());
        return story(Names.thing(subject.key(), history.fold().title()), List.copyOf(sections));
    }

    /** The one alert that is asked for, or all that have opened, the first to open first. */
    private List<Story.Section> alerts() {
        if (subject.kind() != null) {
            return List.of(alerts.of(subject.kind(), subject.name()));
        }
        return Subject.KINDS_ON_MILESTONES.stream()
                .map(kind -> told.transitions().apply(new AlertId(subject.cluster(), kind, subject.name()).toString()))
                .filter(transitions -> !transitions.isEmpty())
                .map(transitions -> transitions.get(0))
                .sorted(Comparator.comparing(AlertTransition::getAt).thenComparing(AlertTransition::getAlertId))
                .map(first -> alerts.of(first.getKind(), subject.name()))
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

    private Story.Section whereItStands() {
        MilestoneState milestone = told.milestone(subject.cluster(), subject.name());
        LocalDate today = today();
        List<String> sentences = new ArrayList<>();
        sentences.add(standing(milestone, today));
        if (milestone != null) {
            sentences.addAll(ForecastWords.now(milestone, today, words.names()));
        }
        List<Alert> open = Subject.KINDS_ON_MILESTONES.stream()
                .map(kind ->
                        told.results().alerts().get(new AlertId(subject.cluster(), kind, subject.name()).toString()))
                .filter(alert -> alert != null && alert.getState() == AlertState.OPEN)
                .toList();
        if (open.isEmpty()) {
            sentences.add("No alert is open on it.");
        }
        open.forEach(alert -> sentences.add(
                "Open since " + words.date(alert.getStartsAt()) + ": " + alert.getAlertId() + unknown(alert)));
        return new Story.Section("Where it stands on " + today, sentences);
    }

    private static String unknown(Alert alert) {
        return alert.getUnknownSince() == null
                ? "."
                : "; nothing is known of its chances since " + alert.getUnknownSince() + ".";
    }

    /** By the cluster's clock, as far as the topics tell. */
    private LocalDate today() {
        ClusterStatus status = told.results().clusters().get(subject.cluster());
        return status == null ? words.date(reports.latest()) : status.getToday();
    }

    private String standing(@Nullable MilestoneState milestone, LocalDate today) {
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
                        + Words.lacking(milestone) + owner;
            case PENDING ->
                "Pending: due on " + due + (milestone.getUndated() ? " until a new date is named" : "") + ", in "
                        + Words.days(Words.between(today, due))
                        + (milestone.getCount() == null ? "" : ", " + Words.lacking(milestone)) + owner;
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
                        whatItOwns()));
    }

    private List<String> lastReports() {
        List<ReportedEvent> reports = this.reports.of(subject.name());
        List<String> lines = new ArrayList<>();
        if (reports.size() > LAST) {
            lines.add("The last " + LAST + " of " + reports.size() + " reports:");
        }
        reports.subList(Math.max(0, reports.size() - LAST), reports.size())
                .forEach(report -> lines.add(words.said(report)));
        return lines;
    }

    private Story.Section whatItOwns() {
        Alert alert = told.results().alerts().get(subject.id());
        List<MilestoneState> unmet = told.unmet(subject.cluster(), subject.name());
        LocalDate today = today();
        List<String> lines = new ArrayList<>();
        lines.add(alert != null && alert.getState() == AlertState.OPEN ? "It is silent." : "It is not silent.");
        if (unmet.isEmpty()) {
            lines.add("It owns nothing that is due.");
        } else {
            lines.add("It owns " + Words.count(unmet.size(), "milestone", "milestones") + " not achieved:");
            unmet.forEach(milestone -> lines.add(Words.item(milestone, today)));
        }
        return new Story.Section("Where it stands on " + today, lines);
    }
}
