package io.rollouthub.model;

import static io.rollouthub.model.TinyJournal.date;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.GoLiveStatus;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the hub keeps of its own forecasts, and of what suppliers promised (semantics 9.7, 9.8). */
class HubRecordTest {
    private static final String SITE = "go-live/s/p/r";

    private final TinyJournal journal = new TinyJournal();
    private final Model model = journal.model;

    /** Nine dates 20 days ahead are kept on their day, one passes. */
    @BeforeEach
    void tenPromises() {
        journal.programme("UTC", 300);
        for (int i = 0; i < 10; i++) {
            journal.site("s" + i, 0, GoLiveStatus.PLANNED, 20);
        }
        for (int i = 1; i < 10; i++) {
            journal.site("s" + i, 20, GoLiveStatus.LIVE, 20);
        }
        journal.tick(30);
    }

    @Test
    void aForecastIsKeptAtTheReviewOf30DaysBeforeAndItsOutcomeFollowsTheFacts() {
        journal.plan(40, "plan", 40, 100, null);
        journal.tick(69);
        assertThat(model.forecasts()).isEmpty();
        journal.tick(70);
        // (10/12 x 10 + 0) / 10, as no promise ended 30 days before its date
        ForecastView open = new ForecastView(SITE, date(100), 30, "a", date(70), 8_333, Outcome.OPEN);
        assertThat(model.forecasts()).containsExactly(entry(open));
        journal.plan(80, "again", 80, 130, null);
        assertThat(model.forecasts()).containsExactly(entry(open));
        journal.tick(101);
        assertThat(model.forecasts()).contains(entry(outcome(open, Outcome.NOT_KEPT)));
        journal.site("s", 102, GoLiveStatus.LIVE, 99);
        assertThat(model.forecasts()).contains(entry(outcome(open, Outcome.KEPT)));
        journal.site("s", 103, GoLiveStatus.CANCELLED, 103);
        assertThat(model.forecasts()).contains(entry(outcome(open, Outcome.VOID)));
    }

    @Test
    void aDateSaysHowManyPromisesStoodAsFarAhead() {
        journal.plan(40, "plan", 40, 60, null);
        assertThat(model.evidence())
                .containsEntry("c/" + SITE, new EvidenceView(9, 10, 9, 10, null, null, null, null, null));
        journal.tick(41);
        assertThat(model.evidence()).hasSize(1);
        assertThat(Objects.requireNonNull(model.milestones().get("c/" + SITE)).probability())
                .isGreaterThan(0.83);
        journal.tick(62);
        assertThat(model.evidence()).isEmpty(); // MISSED: it has dates, but no probability
        assertThat(Objects.requireNonNull(model.milestones().get("c/" + SITE)).probability())
                .isNull();
        assertThat(Objects.requireNonNull(model.milestones().get("c/" + SITE)).p50())
                .isNotNull();
    }

    @Test
    void aSuppliersRecordHasItsPromisesAndTheForecastsOfWhatItOwned() {
        journal.plan(40, "plan", 40, 100, null);
        journal.tick(70);
        journal.site("s", 75, GoLiveStatus.LIVE, 75);
        journal.site("t", 75, GoLiveStatus.PLANNED, 90);
        journal.site("u", 75, GoLiveStatus.PLANNED, 90);
        journal.site("u", 76, GoLiveStatus.CANCELLED, 76);
        SupplierRecordView record = model.supplierRecords().get("c/a");
        LeadView none = LeadView.of(0, 0, 0, 0, 0);
        TreeMap<Integer, LeadView> leads = new TreeMap<>();
        leads.put(30, LeadView.of(1, 1, 1, 1, 1_667L * 1_667L));
        leads.put(90, none);
        leads.put(180, none);
        assertThat(record).isEqualTo(new SupplierRecordView(10, 1, 1, 1, leads));
        assertThat(none.brier()).isNull();
        assertThat(leads.get(30).brierOfPromise()).isZero();
    }

    private static Map.Entry<String, ForecastView> entry(ForecastView forecast) {
        return Map.entry("c/" + forecast.key(), forecast);
    }

    private static ForecastView outcome(ForecastView made, Outcome outcome) {
        return new ForecastView(
                made.milestone(), made.due(), made.lead(), made.owner(), made.day(), made.score(), outcome);
    }
}
