package io.rollouthub.model;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be asked about a cluster between two steps; each answer is computed when it is first asked for. */
public final class ClusterView {
    private final Moment moment;
    private final SortedMap<String, OpenAlert> openAlerts;
    private final HubRecord record;
    private @Nullable SortedMap<String, MilestoneView> milestones;
    private @Nullable SortedMap<String, EvidenceView> evidence;
    private @Nullable SortedMap<String, ForecastView> forecasts;
    private @Nullable SortedMap<YearMonth, MonthView> rates;
    private @Nullable FiguresView figures;

    ClusterView(Moment moment, SortedMap<String, OpenAlert> openAlerts, HubRecord record) {
        this.moment = moment;
        this.openAlerts = openAlerts;
        this.record = record;
    }

    Moment moment() {
        return moment;
    }

    /** Its milestones by id. */
    public SortedMap<String, MilestoneView> milestones() {
        if (milestones == null) {
            forecast();
        }
        return Objects.requireNonNull(milestones);
    }

    /** Its milestones by id, without what is forecast of them. */
    public SortedMap<String, MilestoneView> unforecast() {
        SortedMap<String, MilestoneView> all = new TreeMap<>();
        for (Milestone milestone : moment.facts().milestones().values()) {
            all.put(milestone.id(), MilestoneView.of(milestone, Forecast.NONE, moment));
        }
        return all;
    }

    /** §9.7: where its probabilities come from, by milestone id: of those that have one. */
    public SortedMap<String, EvidenceView> evidence() {
        if (evidence == null) {
            forecast();
        }
        return Objects.requireNonNull(evidence);
    }

    private void forecast() {
        milestones = new TreeMap<>();
        evidence = new TreeMap<>();
        for (Milestone milestone : moment.facts().milestones().values()) {
            Forecast forecast = Forecast.of(milestone, moment);
            milestones.put(milestone.id(), MilestoneView.of(milestone, forecast, moment));
            if (forecast.evidence() != null) {
                evidence.put(milestone.id(), forecast.evidence());
            }
        }
    }

    /** §9.8: what the hub forecast at its reviews and what became of it, by {@code <milestone>/<due>/<H>}. */
    public SortedMap<String, ForecastView> forecasts() {
        if (forecasts == null) {
            forecasts = record.at(moment);
        }
        return forecasts;
    }

    /** §9.8: the record of each supplier with an accepted event here. */
    public SortedMap<String, SupplierRecordView> supplierRecords() {
        SortedMap<String, SupplierRecordView> records = new TreeMap<>();
        for (String supplier : moment.facts().lastAcceptedAt().keySet()) {
            records.put(
                    supplier,
                    SupplierRecordView.of(
                            supplier, moment.promises(), forecasts().values()));
        }
        return records;
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
