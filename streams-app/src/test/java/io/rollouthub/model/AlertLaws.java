package io.rollouthub.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** §7: what holds for the transitions of any journal; follows them one by one. */
final class AlertLaws {
    private static final Map<String, Set<String>> RESOLUTIONS = Map.of(
            "MILESTONE_MISSED", Set.of("MET_LATE", "REPORTED_LATE", "REPLANNED", "WITHDRAWN"),
            "MILESTONE_AT_RISK", Set.of("MET", "ESCALATED", "WITHDRAWN", "RECOVERED"),
            "DATE_SLIPPING", Set.of("MET", "MET_LATE", "WITHDRAWN", "RECOVERED"),
            "SUPPLIER_SILENT", Set.of("REPORTED", "NOTHING_DUE", "RECOVERED"));
    private static final Comparator<TransitionView> STEP_ORDER =
            Comparator.comparing(TransitionView::at).thenComparing(TransitionView::cluster);

    private final Map<String, TransitionView> last = new HashMap<>();
    private final Map<String, Instant> lastStep = new HashMap<>();
    private int seen;

    /** §7: {@code <cluster>/<kind>/<subject>}. */
    static String kind(String alertId) {
        int from = alertId.indexOf('/') + 1;
        return alertId.substring(from, alertId.indexOf('/', from));
    }

    /** Checks the transitions that the last entry added; a tick's are in order of (instant, cluster, alertId). */
    void check(Model model, boolean tick) {
        List<TransitionView> added =
                model.transitions().subList(seen, model.transitions().size());
        if (tick) {
            assertThat(added).isSortedAccordingTo(STEP_ORDER.thenComparing(TransitionView::alertId));
        }
        added.forEach(this::follow);
        seen = model.transitions().size();
        assertThat(model.openAlerts()).isEqualTo(open());
    }

    private void follow(TransitionView next) {
        TransitionView before = last.put(next.alertId(), next);
        boolean wasOpen = before != null && before.state().equals("OPEN");
        int episodes = before == null ? 0 : before.episode();
        assertThat(next.alertId()).startsWith(next.cluster() + "/");
        assertThat(next.startsAt()).isBeforeOrEqualTo(next.at());
        if (next.state().equals("RESOLVED")) {
            assertThat(wasOpen).as("%s", next).isTrue();
            assertThat(next.episode()).isEqualTo(episodes);
            assertThat(next.startsAt()).isEqualTo(before == null ? null : before.startsAt());
            assertThat(next.endsAt()).isEqualTo(next.at());
            assertThat(next.resolution()).isIn(RESOLUTIONS.get(kind(next.alertId())));
        } else if (wasOpen) {
            assertThat(kind(next.alertId())).isEqualTo("MILESTONE_MISSED");
            assertThat(next.episode()).isEqualTo(episodes);
            assertThat(next.startsAt()).isNotEqualTo(before.startsAt());
        } else {
            assertThat(next.episode()).isEqualTo(episodes + 1);
        }
        Instant step = lastStep.put(next.cluster(), next.at());
        assertThat(next.at()).isAfterOrEqualTo(step == null ? next.at() : step);
    }

    private SortedMap<String, OpenAlert> open() {
        SortedMap<String, OpenAlert> open = new TreeMap<>();
        last.forEach((id, transition) -> {
            if (transition.state().equals("OPEN")) {
                open.put(id, new OpenAlert(transition.episode(), transition.startsAt()));
            }
        });
        return open;
    }
}
