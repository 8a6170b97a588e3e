package io.rollouthub.explain;

import io.rollouthub.output.AlertKind;
import io.rollouthub.output.MilestoneState;
import java.util.Locale;
import java.util.function.Predicate;

/** How a milestone does, in the word of somebody who manages it; the worst first. */
public enum Course {
    MISSED,
    AT_RISK,
    SLIPPING,
    ON_TRACK,
    MET_LATE,
    MET,
    WITHDRAWN;

    /** Below it nobody says that something is on track, whether a review has judged it already or not. */
    private static final double HOPELESS = 0.001;

    /**
     * Follows from its status and the alerts that are open on it.
     *
     * @param open whether an alert of a kind is
     */
    public static Course of(MilestoneState milestone, Predicate<AlertKind> open) {
        return switch (milestone.getStatus()) {
            case MISSED -> MISSED;
            case MET -> MET;
            case MET_LATE -> MET_LATE;
            case WITHDRAWN, UNKNOWN -> WITHDRAWN;
            case PENDING ->
                isHopeless(milestone) || open.test(AlertKind.MILESTONE_AT_RISK)
                        ? AT_RISK
                        : open.test(AlertKind.DATE_SLIPPING) ? SLIPPING : ON_TRACK;
        };
    }

    /** Such as "Met late". */
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static boolean isHopeless(MilestoneState milestone) {
        return milestone.getProbability() != null && milestone.getProbability() < HOPELESS;
    }
}
