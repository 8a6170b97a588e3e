package io.rollouthub.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.programme.Thresholds;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * §7: open alerts are a function of the facts and the clock: what a cluster shows tells which are open; MILESTONE_AT_RISK
 * alone has hysteresis, and is open of PENDING counts.
 */
final class StateLaws {
    private static final Set<String> OUTSTANDING = Set.of("PENDING", "MISSED");

    private StateLaws() {}

    static void check(String cluster, ClusterView view, Thresholds thresholds) {
        SortedSet<String> expected = new TreeSet<>();
        view.unforecast().forEach((id, milestone) -> {
            if (milestone.status().equals("MISSED")) {
                expected.add(cluster + "/MILESTONE_MISSED/" + id);
            }
            String atRisk = cluster + "/MILESTONE_AT_RISK/" + id;
            if (view.openAlerts().containsKey(atRisk)
                    && milestone.count() != null
                    && milestone.status().equals("PENDING")) {
                expected.add(atRisk);
            }
            boolean slipped = milestone.undated()
                    || milestone.slipDays() >= thresholds.getSlipDays()
                    || milestone.slips() >= thresholds.getSlipCount();
            if (OUTSTANDING.contains(milestone.status()) && slipped) {
                expected.add(cluster + "/DATE_SLIPPING/" + id);
            }
        });
        List<String> found = view.openAlerts().keySet().stream()
                .filter(id -> !id.startsWith(cluster + "/SUPPLIER_SILENT/"))
                .toList();
        assertThat(found).containsExactlyElementsOf(expected);
    }
}
