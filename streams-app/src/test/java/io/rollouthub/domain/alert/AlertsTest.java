package io.rollouthub.domain.alert;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.alert.Alerts.Change;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An alert is told when it changes, and not again (semantics 7). */
class AlertsTest {
    private static final Instant FIRST = Instant.parse("2020-01-11T00:00:00Z");
    private static final Instant LATER = Instant.parse("2020-01-12T00:00:00Z");

    private final Alerts alerts = new Alerts(Tables.inMemory().alerts());

    @Test
    void anAlertOfWhichNothingButTheInstantIsNewIsNoChange() {
        assertThat(alerts.hold(draft(FIRST, 2), false, false))
                .returns(null, Change::before)
                .returns(true, Change::isTransition);
        assertThat(alerts.hold(draft(LATER, 2), false, false)).isNull();
    }

    @Test
    void anAlertWhoseNumbersMoveIsToldWithoutATransitionAndKeepsItsStart() {
        alerts.hold(draft(FIRST, 2), false, false);
        Change change = requireNonNull(alerts.hold(draft(LATER, 3), false, false));
        assertThat(change).returns(false, Change::isTransition);
        assertThat(change.after()).returns(FIRST, Alert::getStartsAt).returns(1, Alert::getEpisode);
    }

    @Test
    void anAlertWhoseStartMovesOpensAgainInTheSameEpisode() {
        alerts.hold(draft(FIRST, 2), false, false);
        Change change = requireNonNull(alerts.hold(draft(LATER, 2), true, false));
        assertThat(change).returns(true, Change::isTransition);
        assertThat(change.after()).returns(LATER, Alert::getStartsAt).returns(1, Alert::getEpisode);
    }

    private static Alert.Builder draft(Instant at, int progress) {
        return Alert.newBuilder()
                .setAlertId("south/MILESTONE_MISSED/m")
                .setKind(AlertKind.MILESTONE_MISSED)
                .setSeverity(Severity.CRITICAL)
                .setCluster("south")
                .setSubject("m")
                .setSummary("short")
                .setCauses(List.of("acme/e1"))
                .setProgress(progress)
                .setStartsAt(at)
                .setAt(at);
    }
}
