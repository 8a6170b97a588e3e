package io.rollouthub.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.producer.Reports;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.testkit.Npfit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedCommitmentsTest {
    private final SharedCommitments shared = new SharedCommitments();

    private void report(String supplier, String milestone) {
        shared.add(ReportedEvent.of(Reports.on("south")
                .commitment(milestone, "Promise")
                .met(milestone + supplier, Instant.EPOCH, LocalDate.EPOCH)
                .by(supplier)));
    }

    private static Programme letting(String supplier) {
        Supplier opener = Supplier.newBuilder(Npfit.PROGRAMME.getSuppliers().get(0))
                .setSupplier("bt")
                .setMayBeReportedBy(List.of(supplier))
                .build();
        return Programme.newBuilder(Npfit.PROGRAMME)
                .setSuppliers(List.of(opener))
                .build();
    }

    @Test
    void ofACommitmentWithSeveralReportersTheFirstOnesIsNamedAndWhoWillBeRefused() {
        report("bt", "alone");
        report("bt", "dozen");
        report("fujitsu", "dozen");
        report("bt", "dozen");

        assertThat(shared.lines(letting("nobody-else")))
                .containsExactly(
                        "commitment south/dozen was opened by bt: from now on reports on it by fujitsu are refused"
                                + " (NOT_OWNER) unless suppliers.bt.may-be-reported-by lists them");
    }

    @Test
    void whoeverIsListedAndOnWhatOneThatHasLeftOpenedIsNotRefused() {
        report("bt", "dozen");
        report("fujitsu", "dozen");
        report("gone", "theirs");
        report("fujitsu", "theirs");

        assertThat(shared.lines(letting("fujitsu"))).isEmpty();
    }
}
