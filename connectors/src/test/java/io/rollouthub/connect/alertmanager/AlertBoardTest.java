package io.rollouthub.connect.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.connect.alert.SampleAlerts;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertBoardTest {
    private static final Duration LEASE = Duration.ofSeconds(180);
    private static final Duration RESEND = Duration.ofSeconds(30);
    private static final Instant START = Instant.parse("2006-11-10T09:00:00Z");
    private static final Alert MISSED = SampleAlerts.missed();
    private static final Alert SILENT = SampleAlerts.of(AlertKind.SUPPLIER_SILENT, "fujitsu");
    private static final Instant LONG_AGO = START.minus(Duration.ofDays(9));

    private final AlertBoard board = new AlertBoard(LEASE, RESEND);
    private Instant now = START;

    @BeforeEach
    void begin() {
        board.begin(List.of(0, 1), now);
    }

    @Test
    void nothingIsDueBeforeThePartitionHasBeenReadToItsEnd() {
        take(MISSED, 0, LONG_AGO);
        assertThat(due()).isEmpty();
        after(2);
        take(SILENT, 0, LONG_AGO);
        after(2);
        assertThat(due()).isEmpty();
        take(SampleAlerts.resolved(SILENT), 0, LONG_AGO);
        after(3);

        assertThat(due()).containsExactly("OPEN south/MILESTONE_MISSED/dozen");
    }

    @Test
    void whatIsWrittenAfterTheStartShowsThatItsPartitionIsRead() {
        take(MISSED, 0, LONG_AGO);
        take(SILENT, 1, LONG_AGO);
        take(SampleAlerts.of(AlertKind.DATE_SLIPPING, "dozen"), 0, now);

        assertThat(due()).containsExactly("OPEN south/DATE_SLIPPING/dozen", "OPEN south/MILESTONE_MISSED/dozen");
        after(3);
        assertThat(due()).containsExactly("OPEN south/SUPPLIER_SILENT/fujitsu");
    }

    @Test
    void anOpenAlertIsDueAgainAndAgain() {
        read(MISSED);
        assertThat(due()).hasSize(1);
        after(29);
        assertThat(due()).isEmpty();
        after(1);
        assertThat(due()).containsExactly("OPEN south/MILESTONE_MISSED/dozen");
        after(1);
        assertThat(due()).isEmpty();
    }

    @Test
    void anEndIsDueAtOnceAndOnce() {
        read(MISSED);
        due();
        take(SampleAlerts.resolved(MISSED), 0, now);

        assertThat(due()).containsExactly("RESOLVED south/MILESTONE_MISSED/dozen");
        after(30);
        assertThat(due()).isEmpty();
    }

    @Test
    void whatCouldNotBePostedStaysDue() {
        read(MISSED);
        due();
        take(SampleAlerts.resolved(MISSED), 0, now);
        board.due(now);
        after(100);

        assertThat(due()).containsExactly("RESOLVED south/MILESTONE_MISSED/dozen");
    }

    @Test
    void anEndWithinTheLeaseBeforeTheStartIsToldOnceMore() {
        take(SampleAlerts.resolved(MISSED), 0, START.minusSeconds(179));
        take(SampleAlerts.resolved(SILENT), 0, START.minusSeconds(181));
        after(3);

        assertThat(due()).containsExactly("RESOLVED south/MILESTONE_MISSED/dozen");
    }

    @Test
    void otherNumbersAreDueAtOnceAndTheSameOnesAreNot() {
        read(MISSED);
        due();
        take(MISSED, 0, now);
        assertThat(due()).isEmpty();
        Alert more = Alert.newBuilder(MISSED).setProgress(4).build();
        take(more, 0, now);
        take(more, 0, now);

        assertThat(due()).hasSize(1);
    }

    @Test
    void anAlertThatIsGoneIsLeftToItsLease() {
        read(MISSED);
        due();
        take(MISSED.getAlertId(), null, 0, now);
        after(30);

        assertThat(due()).isEmpty();
        assertThat(board.size()).isZero();
    }

    @Test
    void anotherTaskKeepsTheAlertsOfAPartitionThatIsGivenAway() {
        take(MISSED, 0, START);
        take(SILENT, 1, START);
        board.leave(List.of(1));
        assertThat(due()).containsExactly("OPEN south/MILESTONE_MISSED/dozen");
        after(30);
        assertThat(due()).containsExactly("OPEN south/MILESTONE_MISSED/dozen");
    }

    private void read(Alert alert) {
        take(alert, 0, START);
    }

    private void take(Alert alert, int partition, Instant written) {
        take(alert.getAlertId(), alert, partition, written);
    }

    private void take(String alertId, @Nullable Alert alert, int partition, Instant written) {
        board.take(alertId, alert == null ? null : SampleAlerts.report(alert), partition, written, now);
    }

    /** What is due, and posted. */
    private List<String> due() {
        var due = board.due(now);
        board.posted(due, now);
        return due.stream().map(alert -> alert.state() + " " + alert.alertId()).toList();
    }

    private void after(int seconds) {
        now = now.plusSeconds(seconds);
    }
}
