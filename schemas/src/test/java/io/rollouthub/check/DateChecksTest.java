package io.rollouthub.check;

import static io.rollouthub.check.Reports.ACCEPTED_AT;
import static io.rollouthub.check.Reports.TODAY;
import static io.rollouthub.check.Reports.contract;
import static io.rollouthub.check.Reports.goLive;
import static io.rollouthub.check.Reports.judge;
import static io.rollouthub.check.Reports.programmeIn;
import static io.rollouthub.check.Reports.reason;
import static io.rollouthub.check.Reports.reasonAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateChecksTest {
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private static GoLiveEvent.Builder undated(GoLiveStatus status) {
        return goLive().setStatus(status).clearDate();
    }

    private static GoLiveEvent.Builder dated(GoLiveStatus status, LocalDate date) {
        return goLive().setStatus(status).setDate(date);
    }

    private static ContractEvent.Builder dated(ContractStage stage, LocalDate date) {
        return contract().setStage(stage).setDate(date);
    }

    @Test
    void aPlanNeedsADateThatMayLieAhead() {
        assertThat(reason(undated(GoLiveStatus.PLANNED).build())).isEqualTo(Reason.MISSING_DATE);
        assertThat(reason(dated(GoLiveStatus.PLANNED, TOMORROW).build())).isNull();
    }

    @Test
    void aFactNeedsADateThatMustNotLieAhead() {
        assertThat(reason(undated(GoLiveStatus.LIVE).build())).isEqualTo(Reason.MISSING_DATE);
        assertThat(reason(dated(GoLiveStatus.LIVE, TODAY).build())).isNull();
        assertThat(reason(dated(GoLiveStatus.LIVE, TOMORROW).build())).isEqualTo(Reason.HAPPENED_IN_FUTURE);
    }

    @Test
    void aPostponementHasNoDate() {
        assertThat(reason(undated(GoLiveStatus.POSTPONED).build())).isNull();
        assertThat(reason(dated(GoLiveStatus.POSTPONED, LocalDate.EPOCH).build()))
                .isEqualTo(Reason.UNEXPECTED_DATE);
    }

    @Test
    void aContractUnderNegotiationMayHaveADateThatMayLieAhead() {
        assertThat(reason(
                        contract().setStage(ContractStage.PREFERRED).clearDate().build()))
                .isNull();
        assertThat(reason(dated(ContractStage.PREFERRED, TOMORROW).build())).isNull();
        assertThat(reason(dated(ContractStage.PREFERRED, LocalDate.EPOCH).build()))
                .isEqualTo(Reason.DATE_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @CsvSource({
        "1989-12-31, DATE_OUT_OF_RANGE",
        "1990-01-01,",
        "2100-01-01,",
        "2100-01-02, DATE_OUT_OF_RANGE",
        "-999999999-01-01, DATE_OUT_OF_RANGE",
        "+999999999-12-31, DATE_OUT_OF_RANGE"
    })
    void aDateLiesFrom1990To2100(LocalDate date, Reason reason) {
        assertThat(reason(goLive().setDate(date).build())).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "1989-12-31T23:59:59.999Z, DATE_OUT_OF_RANGE",
        "1990-01-01T00:00:00Z,",
        "2100-01-01T23:59:59.999Z,",
        "2100-01-02T00:00:00Z, DATE_OUT_OF_RANGE"
    })
    void soDoesTheUtcDateOfTheReportWhateverTheZone(Instant reportedAt, Reason reason) {
        GoLiveEvent event = goLive().setReportedAt(reportedAt).build();
        Instant later = Instant.parse("2200-01-01T00:00:00Z");

        assertThat(reasonAt(event, programmeIn("Pacific/Kiritimati"), later)).isEqualTo(reason);
    }

    @Test
    void aReportMayBeFiveMinutesAheadOfTheHubsClock() {
        Instant limit = ACCEPTED_AT.plusSeconds(300);

        assertThat(reason(goLive().setReportedAt(limit).build())).isNull();
        assertThat(judge(goLive().setReportedAt(limit.plusMillis(1)).build()))
                .isEqualTo(new Refusal(
                        Reason.REPORTED_IN_FUTURE,
                        "reportedAt is 2006-10-31T12:05:00.001Z, over 5 minutes after the hub took it at "
                                + "2006-10-31T12:00:00Z; set the clock of the system that reports"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/London, 2006-06-30T22:59:59.999Z, HAPPENED_IN_FUTURE",
        "Europe/London, 2006-06-30T23:00:00Z,",
        "America/Santiago, 2006-07-01T03:59:59.999Z, HAPPENED_IN_FUTURE",
        "America/Santiago, 2006-07-01T04:00:00Z,",
        "+05:17:23, 2006-06-30T18:42:36Z, HAPPENED_IN_FUTURE",
        "+05:17:23, 2006-06-30T18:42:37Z,"
    })
    void todayIsTheCivilDateInTheProgrammesZone(String zone, Instant acceptedAt, Reason reason) {
        GoLiveEvent event = dated(GoLiveStatus.LIVE, LocalDate.of(2006, 7, 1))
                .setReportedAt(acceptedAt)
                .build();

        assertThat(reasonAt(event, programmeIn(zone), acceptedAt)).isEqualTo(reason);
    }

    @Test
    void theDetailGivesTheDateAndTheRemedy() {
        assertThat(judge(undated(GoLiveStatus.LIVE).build()))
                .isEqualTo(new Refusal(Reason.MISSING_DATE, "date is missing; LIVE needs one"));
        assertThat(judge(dated(GoLiveStatus.POSTPONED, TODAY).build()))
                .isEqualTo(new Refusal(
                        Reason.UNEXPECTED_DATE,
                        "date is 2006-10-31; POSTPONED has none, a new date is reported with the next plan"));
        assertThat(judge(goLive().setDate(LocalDate.EPOCH).build()))
                .isEqualTo(new Refusal(
                        Reason.DATE_OUT_OF_RANGE, "date is 1970-01-01; it must lie in 1990-01-01 to 2100-01-01"));
        assertThat(judge(dated(GoLiveStatus.LIVE, TOMORROW).build()))
                .isEqualTo(new Refusal(
                        Reason.HAPPENED_IN_FUTURE,
                        "date is 2006-11-01, but it was 2006-10-31 in Europe/London when the hub took the report; "
                                + "report LIVE once it is so"));
    }
}
