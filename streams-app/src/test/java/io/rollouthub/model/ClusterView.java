package io.rollouthub.model;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be asked about a cluster between two steps; each answer is computed when it is first asked for. */
public final class ClusterView {
    private final Moment moment;
    private final SortedMap<String, OpenAlert> openAlerts;
    private @Nullable SortedMap<String, MilestoneView> milestones;
    private @Nullable SortedMap<YearMonth, MonthView> rates;
    private @Nullable FiguresView figures;

    ClusterView(Moment moment, SortedMap<String, OpenAlert> openAlerts) {
        this.moment = moment;
        this.openAlerts = openAlerts;
    }

    /** Its milestones by id. */
    public SortedMap<String, MilestoneView> milestones() {
        if (milestones == null) {
            milestones = new TreeMap<>();
            for (Milestone milestone : moment.facts().milestones().values()) {
                milestones.put(milestone.id(), MilestoneView.of(milestone, moment));
            }
        }
        return milestones;
    }

    /** The plan revisions of its milestones, by the milestone's id. */
    public SortedMap<String, List<RevisionView>> revisions() {
        SortedMap<String, List<RevisionView>> revisions = new TreeMap<>();
        for (Milestone milestone : moment.facts().milestones().values()) {
            revisions.put(milestone.id(), milestone.plan().revisions);
        }
        return revisions;
    }

    /** §8: its delivery rates: the months that are present, and no others. */
    public SortedMap<YearMonth, MonthView> rates() {
        if (rates == null) {
            rates = new Rates(moment).months();
        }
        return rates;
    }

    /** §8: its figures. */
    public FiguresView figures() {
        if (figures == null) {
            figures = new Figures(moment).view();
        }
        return figures;
    }

    /** Its contracts by id: those of which any report is folded. */
    public SortedMap<String, ContractView> contracts() {
        return moment.facts().contracts();
    }

    /** Its open alerts by alertId. */
    public SortedMap<String, OpenAlert> openAlerts() {
        return openAlerts;
    }
}
