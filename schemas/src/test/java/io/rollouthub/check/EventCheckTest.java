package io.rollouthub.check;

import static io.rollouthub.check.Reports.ACCEPTED_AT;
import static io.rollouthub.check.Reports.TODAY;
import static io.rollouthub.check.Reports.contract;
import static io.rollouthub.check.Reports.goLive;
import static io.rollouthub.check.Reports.milestone;
import static io.rollouthub.check.Reports.reason;
import static io.rollouthub.check.Reports.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EventCheckTest {
    /** Ways to spoil a commitment, one per reason; a later reason never mends an earlier one's mistake. */
    private static final Map<Reason, Consumer<MilestoneEvent.Builder>> SPOILT_COMMITMENT = new EnumMap<>(Map.of(
            Reason.BLANK_FIELD, (MilestoneEvent.Builder e) -> e.setTitle(" "),
            Reason.BAD_IDENTIFIER, e -> e.setReplaces(""),
            Reason.FIELD_TOO_LONG, e -> e.setSource("x".repeat(1_001)),
            Reason.UNKNOWN_STATUS, e -> e.setStatus(MilestoneStatus.UNKNOWN),
            Reason.SUPPLIER_MISMATCH, e -> e.setSupplier("bt"),
            Reason.UNKNOWN_CLUSTER, e -> e.setCluster("nowhere"),
            Reason.MISSING_DATE, MilestoneEvent.Builder::clearDate,
            Reason.DATE_OUT_OF_RANGE, e -> e.setDate(LocalDate.EPOCH),
            Reason.REPORTED_IN_FUTURE, e -> e.setReportedAt(ACCEPTED_AT.plusSeconds(301)),
            Reason.BAD_TARGET, e -> e.setTarget(new GoLiveCount(0, null, null, null))));

    private static final Map<Reason, Consumer<ContractEvent.Builder>> SPOILT_CONTRACT = new EnumMap<>(Map.of(
            Reason.BLANK_FIELD, (ContractEvent.Builder e) -> e.setBuyer("\u2003"),
            Reason.BAD_IDENTIFIER, e -> e.setEventId("e/1"),
            Reason.FIELD_TOO_LONG, e -> e.setSource("x".repeat(1_001)),
            Reason.UNKNOWN_STATUS, e -> e.setStage(ContractStage.UNKNOWN),
            Reason.SUPPLIER_MISMATCH, e -> e.setSupplier("bt"),
            Reason.CLUSTER_NOT_ALLOWED, e -> e.setCluster("london"),
            Reason.DATE_OUT_OF_RANGE, e -> e.setReportedAt(ACCEPTED_AT.plusSeconds(100L * 366 * 86_400)),
            Reason.REPORTED_IN_FUTURE, e -> e.setReportedAt(ACCEPTED_AT.plusSeconds(301)),
            Reason.HAPPENED_IN_FUTURE, e -> e.setDate(TODAY.plusDays(1)),
            Reason.BAD_VALUE, e -> e.setValue(new BigDecimal("-1.00"))));

    @Test
    void eventsWithNothingWrongInThemAreAccepted() {
        assertThat(reason(goLive().build())).isNull();
        assertThat(reason(release().build())).isNull();
        assertThat(reason(milestone().build())).isNull();
        assertThat(reason(contract().build())).isNull();
    }

    @Test
    void anotherRecordIsNoEvent() {
        assertThat(new EventCheck(Reports.PROGRAMME).check(Reports.PROGRAMME, "bt", ACCEPTED_AT))
                .isEqualTo(new Refusal(
                        Reason.UNDECODABLE,
                        "the record is io.rollouthub.programme.Programme; publish GoLiveEvent, ReleaseEvent, "
                                + "MilestoneEvent or ContractEvent"));
    }

    @Test
    void ofAnySetOfMistakesInACommitmentTheFirstInOrderIsTheReason() {
        forEverySubset(SPOILT_COMMITMENT, (mistakes, ways) -> {
            MilestoneEvent.Builder event = milestone();
            ways.forEach(way -> way.accept(event));
            assertThat(reason(event.build())).as("%s", mistakes).isEqualTo(mistakes.get(0));
        });
    }

    @Test
    void ofAnySetOfMistakesInAContractTheFirstInOrderIsTheReason() {
        forEverySubset(SPOILT_CONTRACT, (mistakes, ways) -> {
            ContractEvent.Builder event = contract();
            ways.forEach(way -> way.accept(event));
            assertThat(reason(event.build())).as("%s", mistakes).isEqualTo(mistakes.get(0));
        });
    }

    /** Calls back with each set of mistakes in order of reasons, and the ways to make them, last reason first. */
    private static <B> void forEverySubset(Map<Reason, Consumer<B>> ways, Trial<B> trial) {
        Reason[] reasons = ways.keySet().toArray(Reason[]::new);
        for (int subset = 1; subset < 1 << reasons.length; subset++) {
            List<Reason> mistakes = new ArrayList<>();
            List<Consumer<B>> chosen = new ArrayList<>();
            for (int i = 0; i < reasons.length; i++) {
                if ((subset & 1 << i) != 0) {
                    mistakes.add(reasons[i]);
                    chosen.add(0, ways.get(reasons[i]));
                }
            }
            trial.run(mistakes, chosen);
        }
    }

    private interface Trial<B> {
        void run(List<Reason> mistakes, List<Consumer<B>> ways);
    }

    @Test
    void theMistakesCoverEveryReasonThatAnEventAloneCanGive() {
        List<Reason> covered = new ArrayList<>(SPOILT_COMMITMENT.keySet());
        covered.addAll(SPOILT_CONTRACT.keySet());

        // UNEXPECTED_DATE cannot meet MISSING_DATE and has its own table in DateChecksTest.
        assertThat(covered)
                .containsAll(Arrays.asList(Reason.values())
                        .subList(Reason.BLANK_FIELD.ordinal(), Reason.UNEXPECTED_DATE.ordinal()))
                .containsAll(Arrays.asList(Reason.values())
                        .subList(Reason.DATE_OUT_OF_RANGE.ordinal(), Reason.UNPROCESSABLE.ordinal()));
    }
}
