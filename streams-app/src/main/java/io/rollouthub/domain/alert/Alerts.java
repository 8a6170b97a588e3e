package io.rollouthub.domain.alert;

import io.rollouthub.domain.store.Content;
import io.rollouthub.domain.store.Table;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.Resolution;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every alert there has been, in its latest state; opens, keeps and resolves them (semantics 7). */
public final class Alerts {
    private final Table<Alert> alerts;
    /** Of all that there are, as most milestones have none. */
    private final Set<String> ids = new HashSet<>();

    /** @param alerts which nobody else writes */
    public Alerts(Table<Alert> alerts) {
        this.alerts = alerts;
        alerts.each((alertId, alert) -> ids.add(alertId));
    }

    /**
     * A change of an alert.
     *
     * @param before the alert's last state, null if it is new
     * @param isTransition whether it opened, resolved, or opened again with another start; else only its numbers moved
     */
    public record Change(@Nullable Alert before, Alert after, boolean isTransition) {}

    /** The alert's latest state if it is open, else null. */
    public @Nullable Alert open(String alertId) {
        Alert alert = last(alertId);
        return alert != null && alert.getState() == AlertState.OPEN ? alert : null;
    }

    /**
     * The alert's condition holds: opens it, or keeps it open with the latest numbers.
     *
     * @param draft all but episode, state and end; its start counts when the alert opens, and later only where {@code
     *     startMoves}
     * @param isReviewed whether a daily review has judged it
     * @return null if nothing has changed
     */
    public @Nullable Change hold(Alert.Builder draft, boolean startMoves, boolean isReviewed) {
        Alert last = last(draft.getAlertId());
        Alert open = last != null && last.getState() == AlertState.OPEN ? last : null;
        if (open != null && !startMoves) {
            draft.setStartsAt(open.getStartsAt());
        }
        int episode = last == null ? 1 : last.getEpisode() + (open == null ? 1 : 0);
        Alert alert = draft.setEpisode(episode).setState(AlertState.OPEN).build();
        if (open != null && !isReviewed && isOnlyProgress(open, alert)) {
            alert = draft.setAt(open.getAt()).setEvidence(open.getEvidence()).build();
        }
        if (open != null && isReviewed
                ? Content.same(open, alert, "at")
                : Content.same(open, alert, "at", "evidence")) {
            return null;
        }
        keep(alert);
        return new Change(last, alert, open == null || !open.getStartsAt().equals(alert.getStartsAt()));
    }

    /** Whether a count has other go-lives alone: that is told in rounds, and judged by nothing; it changes no instant. */
    private static boolean isOnlyProgress(Alert open, Alert alert) {
        return alert.getCount() != null && Content.same(open, alert, "at", "evidence", "progress", "summary");
    }

    /**
     * The alert's condition does not hold any more.
     *
     * @param open the alert as it was
     * @param draft its latest numbers and words; episode and start stay as they were
     */
    public Change resolve(Alert open, Alert.Builder draft, Resolution resolution, Instant now) {
        Alert alert = draft.setEpisode(open.getEpisode())
                .setStartsAt(open.getStartsAt())
                .setState(AlertState.RESOLVED)
                .setEndsAt(now)
                .setResolution(resolution)
                .build();
        keep(alert);
        return new Change(open, alert, true);
    }

    private @Nullable Alert last(String alertId) {
        return ids.contains(alertId) ? alerts.get(alertId) : null;
    }

    private void keep(Alert alert) {
        ids.add(alert.getAlertId());
        alerts.put(alert.getAlertId(), alert);
    }
}
