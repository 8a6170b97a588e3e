package io.rollouthub.topology;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static io.rollouthub.topology.Reports.ACCEPTED_AT;
import static io.rollouthub.topology.Reports.GO_LIVE;
import static io.rollouthub.topology.Reports.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.check.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever listens to gate and ledger hears of each report what became of it. */
class FlowListenerTest extends TopologyFixture {
    private final List<String> heard = new ArrayList<>();
    private final FlowListener listener = new FlowListener() {
        @Override
        public void accepted(String supplier) {
            heard.add("accepted " + supplier);
        }

        @Override
        public void refused(String supplier, Reason reason) {
            heard.add("refused " + supplier + " " + reason);
        }

        @Override
        public void published(Instant acceptedAt) {
            heard.add("published " + acceptedAt);
        }
    };

    @Test
    void theGateTellsWhatItLetsPassAndWhatItRefuses() {
        GateDriver gate = gate(Arrival.BROKER_TIME, listener);
        gate.publish(PROGRAMME);
        gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT);
        gate.report("bt", bytes(GO_LIVE), ACCEPTED_AT);
        gate.report("fujitsu", "garbage".getBytes(StandardCharsets.UTF_8), ACCEPTED_AT);
        gate.report("stranger", bytes(GO_LIVE), ACCEPTED_AT);

        assertThat(heard)
                .containsExactly(
                        "accepted fujitsu",
                        "refused bt SUPPLIER_MISMATCH",
                        "refused fujitsu UNDECODABLE",
                        "refused stranger UNKNOWN_SUPPLIER");
    }

    @Test
    void theLedgerTellsWhichReportsItIsDoneWithAndWhichItRefusesButNothingOfTicks() {
        LedgerDriver ledger = ledger(listener);
        ledger.adopt(PROGRAMME, "2006-07-01T00:00:00Z");
        ledger.tick("2006-07-02T00:00:00Z");
        Instant reported = ledger.report(line(GO_LIVE)).getAcceptedAt();
        ledger.report(line(with(GO_LIVE, "site", "\"poole\"")));
        Instant again =
                ledger.report(line(with(GO_LIVE, "siteName", "\"Another\""))).getAcceptedAt();

        assertThat(heard)
                .containsExactly(
                        "published " + reported,
                        "published " + reported,
                        "refused fujitsu DUPLICATE_ID",
                        "published " + again);
    }

    @Test
    void whatGoesWrongAtARecordNamesIt() {
        GateDriver gate = gate(Arrival.BROKER_TIME, new FlowListener() {
            @Override
            public void accepted(String supplier) {
                throw new IllegalStateException("a mistake of ours");
            }
        });
        gate.publish(PROGRAMME);

        assertThatThrownBy(() -> gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT))
                .hasStackTraceContaining("the record at rollout.in.fujitsu 0:0 cannot be processed")
                .hasStackTraceContaining("a mistake of ours");
    }
}
