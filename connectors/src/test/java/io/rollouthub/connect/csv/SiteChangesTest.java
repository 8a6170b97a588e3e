package io.rollouthub.connect.csv;

import static io.rollouthub.event.GoLiveStatus.CANCELLED;
import static io.rollouthub.event.GoLiveStatus.LIVE;
import static io.rollouthub.event.GoLiveStatus.PLANNED;
import static io.rollouthub.event.GoLiveStatus.POSTPONED;
import static io.rollouthub.event.GoLiveStatus.REVERTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.connect.csv.SiteRow.Site;
import io.rollouthub.connect.csv.SiteState.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteChangesTest {
    private static final LocalDate JUNE = LocalDate.of(2006, 6, 30);
    private static final LocalDate OCTOBER = LocalDate.of(2006, 10, 31);
    private static final LocalDate TODAY = LocalDate.of(2006, 11, 6);
    private static final Instant NOW = Instant.parse("2006-11-06T09:00:00Z");

    private SiteState state = SiteState.NOTHING;

    @BeforeEach
    void beginWithNothing() {
        state = SiteState.NOTHING;
    }

    @Test
    void aPlanIsReportedOnceAndAnotherOneAgain() {
        assertThat(sheet(JUNE, null)).containsExactly(new Change(PLANNED, JUNE));
        assertThat(sheet(JUNE, null)).isEmpty();
        assertThat(sheet(OCTOBER, null)).containsExactly(new Change(PLANNED, OCTOBER));
        assertThat(sheet(JUNE, null)).containsExactly(new Change(PLANNED, JUNE));
    }

    @Test
    void aSiteThatIsLiveWhenFirstSeenHasItsPlanReportedBefore() {
        assertThat(sheet(JUNE, OCTOBER)).containsExactly(new Change(PLANNED, JUNE), new Change(LIVE, OCTOBER));
        assertThat(sheet(JUNE, OCTOBER)).isEmpty();
    }

    @Test
    void aPlanThatIsBlankedIsPostponed() {
        sheet(JUNE, null);

        assertThat(sheet(null, null)).containsExactly(new Change(POSTPONED, null));
        assertThat(sheet(null, null)).isEmpty();
        assertThat(sheet(JUNE, null)).containsExactly(new Change(PLANNED, JUNE));
    }

    @Test
    void aPlanThatIsBlankedAsItsSiteGoesLiveSaysNothing() {
        sheet(JUNE, null);

        assertThat(sheet(null, JUNE)).containsExactly(new Change(LIVE, JUNE));
        assertThat(sheet(null, JUNE)).isEmpty();
        assertThat(sheet(null, null)).containsExactly(new Change(REVERTED, TODAY), new Change(POSTPONED, null));
    }

    @Test
    void anActualDateThatIsBlankedIsRevertedBeforeANewPlan() {
        sheet(JUNE, JUNE);

        assertThat(sheet(OCTOBER, null)).containsExactly(new Change(REVERTED, TODAY), new Change(PLANNED, OCTOBER));
    }

    @Test
    void aSiteIsCancelledOnceAndWhatComesAfterIsReportedAnew() {
        sheet(JUNE, null);

        assertThat(cancelled(JUNE)).containsExactly(new Change(CANCELLED, TODAY));
        assertThat(cancelled(OCTOBER)).isEmpty();
        assertThat(sheet(null, null)).isEmpty();
        assertThat(cancelled(null)).isEmpty();
        assertThat(sheet(JUNE, null)).containsExactly(new Change(PLANNED, JUNE));
        assertThat(cancelled(JUNE)).containsExactly(new Change(CANCELLED, TODAY));
    }

    @Test
    void anotherNameOfTheSiteIsReportedWithWhatIsSoNow() {
        sheet(JUNE, null);

        assertThat(named("Weston", JUNE, null)).containsExactly(new Change(PLANNED, JUNE));
        assertThat(named("Weston", JUNE, OCTOBER)).containsExactly(new Change(LIVE, OCTOBER));
        assertThat(named("Weston General", JUNE, OCTOBER)).containsExactly(new Change(LIVE, OCTOBER));
        assertThat(named("Weston General", JUNE, OCTOBER)).isEmpty();
    }

    @Test
    void aRowThatSaysNothingIsNoReport() {
        assertThat(sheet(null, null)).isEmpty();
    }

    @Test
    void whatIsKnownSurvivesConnectsOffsets() {
        named("Weston", JUNE, OCTOBER);
        assertThat(SiteState.ofOffset(state.toOffset())).isEqualTo(state);
        cancelled(null);
        assertThat(SiteState.ofOffset(state.toOffset())).isEqualTo(state);
    }

    private List<Change> sheet(@Nullable LocalDate planned, @Nullable LocalDate actual) {
        return changes(new SiteRow(site(), null, null, planned, actual, false));
    }

    private List<Change> named(String name, @Nullable LocalDate planned, @Nullable LocalDate actual) {
        return changes(new SiteRow(site(), name, null, planned, actual, false));
    }

    private List<Change> cancelled(@Nullable LocalDate planned) {
        return changes(new SiteRow(site(), null, null, planned, null, true));
    }

    private static Site site() {
        return new Site("south", "weston", "millennium", "R0");
    }

    private List<Change> changes(SiteRow row) {
        List<Change> changes = new ArrayList<>();
        for (Change change : state.changes(row, TODAY)) {
            state = state.after(change, row, NOW, NOW);
            changes.add(change);
        }
        return changes;
    }
}
