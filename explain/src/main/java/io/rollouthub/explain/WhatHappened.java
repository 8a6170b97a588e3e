package io.rollouthub.explain;

import io.rollouthub.domain.fact.History;
import io.rollouthub.report.CommitmentTarget;
import io.rollouthub.report.DateRule;
import io.rollouthub.report.EventStatus;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has been reported to have happened for a milestone: its own achievement, or what its target counts. */
record WhatHappened(AcceptedReports reports, ProgrammeWords words) {
    private static final int MOST_SITES = 50;

    private record Site(LocalDate date, String line) {}

    List<String> of(History history) {
        List<String> lines = new ArrayList<>();
        history.standing().stream().filter(report -> !isPlan(report)).forEach(report -> lines.add(words.said(report)));
        FactKey key = history.key();
        CommitmentTarget target = history.fold().target();
        if (target != null) {
            lines.addAll(target.choose(
                    this::sites,
                    delivery -> reports(
                            FactKey.release(key.cluster(), delivery.product(), delivery.release()), "the release"),
                    signature -> reports(FactKey.contract(key.cluster(), signature.contract()), "the contract")));
        } else if (lines.isEmpty()) {
            lines.add(
                    switch (key.kind()) {
                        case GO_LIVE -> "It has not been reported live.";
                        case RELEASE -> "It has not been reported delivered.";
                        case COMMITMENT, CONTRACT -> "It has not been reported met.";
                    });
        }
        return lines;
    }

    /** Whether a report says when something is to happen, rather than that it did. */
    private static boolean isPlan(ReportedEvent report) {
        DateRule rule = report.status().date();
        return rule == DateRule.PLANNED || rule == DateRule.NONE;
    }

    private List<String> reports(FactKey key, String what) {
        List<String> lines =
                reports.of(key).standing().stream().map(words::said).toList();
        return lines.isEmpty() ? List.of("Nothing has been reported on " + what + ".") : lines;
    }

    private List<String> sites(CommitmentTarget.Count target) {
        List<Site> sites = reports.goLives().stream()
                .filter(key -> target.matches(key.product(), key.release()))
                .flatMap(key -> Stream.ofNullable(site(reports.of(key))))
                .filter(site -> target.since() == null || !site.date().isBefore(target.since()))
                .sorted(Comparator.comparing(Site::date).thenComparing(Site::line))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("Promised: " + Words.target(target) + ". So far "
                + (sites.isEmpty() ? "none counts." : sites.size() == 1 ? "1 counts:" : sites.size() + " count:"));
        sites.stream().limit(MOST_SITES).forEach(site -> lines.add("  " + site.line()));
        if (sites.size() > MOST_SITES) {
            lines.add("  and " + (sites.size() - MOST_SITES) + " later ones");
        }
        return lines;
    }

    private static @Nullable Site site(History history) {
        ReportedEvent live = history.standing().stream()
                .filter(report -> report.status() == EventStatus.LIVE)
                .reduce((earlier, later) -> later)
                .orElse(null);
        LocalDate date = history.fold().achieved();
        return live == null || date == null
                ? null
                : new Site(
                        date,
                        date + ": " + Names.thing(history.key(), history.fold().title())
                                + Words.causes(List.of(live.cause())));
    }
}
