package io.rollouthub.connect.told;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.connect.alert.AlertReport;
import io.rollouthub.connect.alert.SampleAlerts;
import io.rollouthub.connect.told.Pages.Page;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.Told;
import io.rollouthub.topic.ToldTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final AlertReport MISSED = SampleAlerts.report(SampleAlerts.missed());
    private static final AlertReport MET_LATE = SampleAlerts.report(SampleAlerts.resolved(SampleAlerts.missed()));
    private static final AlertReport SILENT =
            SampleAlerts.report(SampleAlerts.of(AlertKind.SUPPLIER_SILENT, "fujitsu"));
    private static final String KEY = "south/MILESTONE_MISSED/dozen/1";
    private static final Instant NOON = Instant.parse("2006-11-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ToldBook told = new ToldBook();
    private final Pages pages = new Pages(told, MINUTE);

    @Test
    void anOpeningIsToldWhenItHasLastedAndItsEndWhenThatHas() {
        pages.caughtUp(NOON);
        pages.take(MISSED, null, NOON);

        assertThat(tell(NOON.plusSeconds(59))).isEmpty();
        assertThat(tell(NOON.plusSeconds(60))).containsExactly("OPEN " + KEY);
        pages.take(MET_LATE, null, NOON.plusSeconds(90));
        assertThat(tell(NOON.plusSeconds(149))).isEmpty();
        assertThat(tell(NOON.plusSeconds(150))).containsExactly("RESOLVED " + KEY);
    }

    @Test
    void whatEndsWhileItWaitsIsNotToldNorItsEnd() {
        pages.caughtUp(NOON);
        pages.take(MISSED, null, NOON);
        pages.take(MET_LATE, null, NOON.plusSeconds(59));

        assertThat(tell(NOON.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(pages.waiting()).isEmpty();
    }

    @Test
    void theEndOfWhatAReceiverMayHaveHeardIsTold() {
        pages.caughtUp(NOON);
        pages.take(MISSED, null, NOON);
        told.take(KEY, new Told(MISSED.startsAt(), AlertState.OPEN, NOON.plus(MINUTE), true));
        pages.take(MET_LATE, null, NOON.plus(MINUTE));

        assertThat(tell(NOON.plus(MINUTE.multipliedBy(2)))).containsExactly("RESOLVED " + KEY);
    }

    @Test
    void whatAReceiverMayHaveHeardIsToldAgainWhileItIsOpenAndAsEndedWhenNobodyKnowsItAnyMore() {
        told.take(KEY, new Told(MISSED.startsAt(), AlertState.OPEN, NOON, true));
        pages.take(MISSED, null, NOON);
        pages.caughtUp(NOON);
        assertThat(tell(NOON.plus(MINUTE))).containsExactly("OPEN " + KEY);

        told.take(KEY, new Told(MISSED.startsAt(), AlertState.OPEN, NOON, true));
        pages.begin();
        pages.caughtUp(NOON);
        assertThat(tell(NOON.plus(MINUTE))).containsExactly("RESOLVED " + KEY);
    }

    @Test
    void whatIsToldIsToldInTheOrderOfTransitions() {
        told.take(KEY, told(MISSED, AlertState.OPEN));
        pages.take(SILENT, null, NOON);
        pages.take(MET_LATE, null, NOON);
        pages.caughtUp(NOON);

        assertThat(tell(NOON.plus(MINUTE))).containsExactly("OPEN south/SUPPLIER_SILENT/fujitsu/1", "RESOLVED " + KEY);
    }

    @Test
    void nothingIsToldBeforeItIsKnownWhatIsOpenNow() {
        pages.take(MISSED, null, NOON);
        assertThat(tell(NOON.plus(Duration.ofDays(400)))).isEmpty();

        pages.caughtUp(NOON.plus(Duration.ofDays(400)));
        assertThat(tell(NOON.plus(Duration.ofDays(400)))).containsExactly("OPEN " + KEY);
    }

    @Test
    void whatIsReadAgainIsNotToldAgain() {
        pages.caughtUp(NOON);
        pages.take(MISSED, null, NOON);
        tell(NOON.plus(MINUTE));
        pages.begin();
        pages.take(MISSED, null, NOON.plus(MINUTE));
        pages.take(MET_LATE, null, NOON.plus(MINUTE));
        pages.caughtUp(NOON.plus(MINUTE));
        assertThat(tell(NOON.plus(MINUTE.multipliedBy(2)))).containsExactly("RESOLVED " + KEY);
        pages.begin();
        pages.take(MISSED, null, NOON);
        pages.take(MET_LATE, null, NOON);
        pages.caughtUp(NOON);

        assertThat(tell(NOON.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void anotherStartOfTheSameEpisodeIsToldAndBeforeItWasToldTakesItsPlace() {
        AlertReport replanned = SampleAlerts.report(startingAt(SampleAlerts.STARTS.plus(Duration.ofDays(30))));
        pages.caughtUp(NOON);
        pages.take(MISSED, null, NOON);
        tell(NOON.plus(MINUTE));
        pages.take(replanned, null, NOON.plus(MINUTE));
        assertThat(tell(NOON.plus(MINUTE.multipliedBy(2)))).containsExactly("OPEN " + KEY);
        assertThat(told.latest(KEY)).isEqualTo(told(replanned, AlertState.OPEN));

        pages.take(MISSED, null, NOON.plus(MINUTE));
        pages.take(replanned, null, NOON.plus(MINUTE));
        assertThat(pages.waiting()).as("it is as it was told").isEmpty();
    }

    @Test
    void whatWasToldAndIsNotKnownAnyMoreIsToldAsEndedOnceAllIsKnown() {
        told.take(KEY, told(MISSED, AlertState.OPEN));
        pages.take(SILENT, null, NOON);
        assertThat(tell(NOON.plus(MINUTE))).isEmpty();
        pages.caughtUp(NOON);

        assertThat(tell(NOON.plus(MINUTE))).containsExactly("OPEN south/SUPPLIER_SILENT/fujitsu/1", "RESOLVED " + KEY);
        assertThat(told.latest(KEY)).isEqualTo(told(MET_LATE, AlertState.RESOLVED));
    }

    @Test
    void whatAnImportMarkedAsToldIsNotToldButItsEndIs() {
        told.takeImported(KEY, told(MISSED, AlertState.OPEN));
        pages.take(MISSED, null, NOON);
        pages.caughtUp(NOON);
        assertThat(tell(NOON.plus(MINUTE))).isEmpty();

        pages.take(MET_LATE, null, NOON);
        assertThat(tell(NOON.plus(MINUTE))).containsExactly("RESOLVED " + KEY);
        pages.begin();
        pages.take(MISSED, null, NOON);
        pages.take(MET_LATE, null, NOON);
        pages.caughtUp(NOON);
        assertThat(tell(NOON.plus(MINUTE))).isEmpty();
    }

    @Test
    void anImportThatIsLaterThanWhatWasToldCounts() {
        told.take(KEY, new Told(SampleAlerts.STARTS, AlertState.RESOLVED, NOON, false));
        Instant starts = SampleAlerts.STARTS.plus(Duration.ofDays(30));
        told.takeImported(KEY, new Told(starts, AlertState.OPEN, NOON.plusSeconds(1), false));

        assertThat(told.isTold(KEY, starts)).isTrue();
        assertThat(told.open()).containsExactly(KEY);
        told.take(KEY, new Told(starts, AlertState.RESOLVED, NOON.plusSeconds(2), false));
        assertThat(told.open()).isEmpty();
    }

    /** Tells all that is due; state and key of each. */
    private List<String> tell(Instant now) {
        List<String> texts = new ArrayList<>();
        for (Page page = pages.due(now); page != null; page = pages.due(now)) {
            texts.add(page.transition().state() + " " + page.key());
            pages.done(page);
            told.take(
                    page.key(),
                    told(page.transition(), page.transition().isOpen() ? AlertState.OPEN : AlertState.RESOLVED));
        }
        return texts;
    }

    private static Told told(AlertReport transition, AlertState state) {
        assertThat(ToldTopics.key(transition.alertId(), transition.episode())).endsWith("/1");
        return new Told(transition.startsAt(), state, NOON, false);
    }

    private static Alert startingAt(Instant starts) {
        Alert alert = SampleAlerts.missed();
        alert.put("startsAt", starts);
        return alert;
    }
}
