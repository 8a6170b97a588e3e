package io.rollouthub.explain;

import io.rollouthub.domain.fact.Report;
import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;

/** What a report says, as the rest of a sentence that begins with the supplier. */
final class ReportWords {
    private ReportWords() {}

    static String of(Report report) {
        if (report.event() instanceof GoLiveEvent e) {
            return of(e, Words.name(report.key(), e.getSiteName()));
        }
        if (report.event() instanceof ReleaseEvent e) {
            return of(e, "release " + e.getRelease() + " of " + e.getProduct());
        }
        if (report.event() instanceof MilestoneEvent e) {
            return of(e, "'" + e.getTitle() + "'");
        }
        return of((ContractEvent) report.event());
    }

    private static String of(GoLiveEvent e, String site) {
        return switch (e.getStatus()) {
            case PLANNED -> "planned " + site + " for " + e.getDate();
            case POSTPONED -> "postponed " + site + " without a new date";
            case LIVE -> "reported " + site + " since " + e.getDate();
            case REVERTED -> "reported " + site + " no longer, from " + e.getDate() + " on";
            case CANCELLED -> "cancelled " + site + " on " + e.getDate();
            case UNKNOWN -> "reported on " + site;
        };
    }

    private static String of(ReleaseEvent e, String release) {
        return switch (e.getStage()) {
            case PLANNED -> "planned " + release + " for " + e.getDate();
            case POSTPONED -> "postponed " + release + " without a new date";
            case DELIVERED -> "reported " + release + " delivered on " + e.getDate();
            case ACCEPTED -> "reported " + release + " accepted on " + e.getDate();
            case WITHDRAWN -> "withdrew " + release + " on " + e.getDate();
            case UNKNOWN -> "reported on " + release;
        };
    }

    private static String of(MilestoneEvent e, String title) {
        return switch (e.getStatus()) {
            case COMMITTED -> "promised " + title + " for " + e.getDate();
            case POSTPONED -> "postponed " + title + " without a new date";
            case MET -> "reported " + title + " met on " + e.getDate();
            case WITHDRAWN -> "withdrew " + title + " on " + e.getDate();
            case UNKNOWN -> "reported on " + title;
        };
    }

    private static String of(ContractEvent e) {
        String contract = "contract " + e.getContract() + " (" + e.getBuyer() + " with " + e.getProvider() + ")";
        return switch (e.getStage()) {
            case NEGOTIATING -> "reported negotiations on " + contract + on(e);
            case PREFERRED -> "reported " + e.getProvider() + " as preferred for " + contract + on(e);
            case SIGNED -> "reported " + contract + " signed on " + e.getDate();
            case TERMINATED -> "reported " + contract + " terminated on " + e.getDate();
            case UNKNOWN -> "reported on " + contract;
        };
    }

    private static String on(ContractEvent e) {
        return e.getDate() == null ? "" : " on " + e.getDate();
    }
}
