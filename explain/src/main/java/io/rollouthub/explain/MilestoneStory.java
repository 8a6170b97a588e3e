package io.rollouthub.explain;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.History;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The story of a milestone: the promise, how its date moved, what happened, its alerts, and where it stands. */
final class MilestoneStory {
    private final Subject subject;
    private final ClusterEvidence evidence;
    private final ProgrammeWords words;
    private final FactKey key;

    MilestoneStory(Subject subject, ClusterEvidence evidence) {
        this.subject = subject;
        this.evidence = evidence;
        this.words = new ProgrammeWords(evidence);
        this.key = FactKey.ofMilestone(subject.cluster(), subject.name());
    }

    /** With one alert's episodes, if it is about one, else with all. */
    Story tell() {
        History history = evidence.reports().of(key);
        Fact fact = history.fold();
        List<StandingReport> standing = StandingReport.of(history);
        List<Story.Section> sections = new ArrayList<>(new PlanStory(words, fact, standing).sections());
        sections.add(new Story.Section(
                "What happened",
                new WhatHappened(subject.cluster(), evidence.reports(), words).of(key, fact, standing)));
        List<String> corrected = corrected(history);
        if (!corrected.isEmpty()) {
            sections.add(new Story.Section("What was corrected", corrected));
        }
        sections.addAll(alerts());
        sections.add(new WhereItStands(evidence, words).of(subject.cluster(), subject.name()));
        return new Story(
                Words.name(key, fact.title()),
                subject.id() + ", " + words.place(subject.cluster()),
                List.copyOf(sections));
    }

    /** The one alert that is asked for, or all that have opened, the first to open first. */
    private List<Story.Section> alerts() {
        AlertStory alerts = new AlertStory(subject.cluster(), evidence, words);
        if (subject.kind() != null) {
            return List.of(alerts.of(subject.kind(), subject.name()));
        }
        return evidence.transitions().stream()
                .map(JudgedTransition::alert)
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
}
