package io.rollouthub.topology;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static io.rollouthub.topology.Reports.ACCEPTED_AT;
import static io.rollouthub.topology.Reports.GO_LIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Parked;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the gate does with records at which it fails, and with those that it cannot pass on. */
class GateParkingTest extends TopologyFixture {
    private static final String TOPIC = SupplierTopics.in("fujitsu");

    private final List<String> heard = new ArrayList<>();
    private final Map<Origin, Integer> attempts = new HashMap<>();
    private final Remembered remembered = new Remembered();

    private final class Remembered implements FailedAttempts {
        @Override
        public @Nullable Parked of(Origin origin) {
            Integer known = attempts.get(origin);
            return known == null
                    ? null
                    : FailedAttempts.parked("id", known, origin, new Refusal(Reason.UNPROCESSABLE, "a mistake"));
        }

        @Override
        public void failed(Origin origin, String why) {
            heard.add("failed " + origin.getOffset() + " " + why);
        }

        @Override
        public Parked park(Origin origin, Refusal why) {
            return FailedAttempts.parked("id", attempts.getOrDefault(origin, 0), origin, why);
        }

        @Override
        public void begin(int task, Origin origin) {
            heard.add("begin " + task + " " + origin.getOffset());
        }

        @Override
        public void end(int task) {
            heard.add("end " + task);
        }
    }

    private GateDriver gate(FlowListener listener, Set<String> missing) {
        return gate(listener, topic -> !missing.contains(topic));
    }

    private GateDriver gate(FlowListener listener, Predicate<String> topics) {
        Surroundings surroundings =
                new Surroundings(Arrival.BROKER_TIME, () -> LiveClock.STOPPED, () -> remembered, topics);
        return new GateDriver(driver(new HubTopology(registry, listener).gate(surroundings)), registry)
                .publish(PROGRAMME);
    }

    @Test
    void aFailureIsRememberedBeforeItIsTriedAgain() {
        GateDriver gate = gate(
                new FlowListener() {
                    @Override
                    public void accepted(String supplier) {
                        throw new IllegalStateException("a mistake of ours");
                    }
                },
                Set.of());

        assertThatThrownBy(() -> gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT))
                .hasStackTraceContaining("the record at rollout.in.fujitsu 0:0 cannot be processed");
        assertThat(heard)
                .containsExactly("begin 0 0", "failed 0 java.lang.IllegalStateException: a mistake of ours", "end 0");
    }

    @Test
    void afterFiveAttemptsItIsLeftByItsOriginAlone() {
        attempts.put(new Origin(TOPIC, 0, 0L), 4);
        attempts.put(new Origin(TOPIC, 0, 1L), 5);
        GateDriver gate = gate(FlowListener.NONE, Set.of());
        gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT);
        gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT);

        assertThat(gate.journal()).hasSize(1);
        assertThat(gate.parked()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("id/0/1");
            assertThat(record.value())
                    .returns(TOPIC, Parked::getTopic)
                    .returns("UNPROCESSABLE", Parked::getReason)
                    .returns(5, Parked::getAttempts);
        });
        assertThat(gate.rejected(SupplierTopics.rejected("fujitsu")))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.value()).isNull();
                    RejectionHeaders why = RejectionHeaders.of(record.headers());
                    assertThat(why.origin()).isEqualTo(new Origin(TOPIC, 0, 1L));
                    assertThat(why.refusal().detail()).isEqualTo("tried 5 times in vain: a mistake");
                });
    }

    @Test
    void whereItsTopicOfRejectedRecordsIsMissingARecordIsLeftAndOthersGoOn() {
        GateDriver gate = gate(FlowListener.NONE, Set.of(SupplierTopics.rejected("fujitsu")));
        gate.report("fujitsu", "garbage".getBytes(StandardCharsets.UTF_8), ACCEPTED_AT);
        gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT);
        gate.report("bt", "garbage".getBytes(StandardCharsets.UTF_8), ACCEPTED_AT);

        assertThat(gate.parked())
                .extracting(TestRecord::value)
                .singleElement()
                .returns("UNDECODABLE", Parked::getReason)
                .returns(0, Parked::getAttempts);
        assertThat(gate.journal()).hasSize(1);
        assertThat(gate.written())
                .contains(SupplierTopics.rejected("bt"), Topics.PARKED.name())
                .doesNotContain(SupplierTopics.rejected("fujitsu"));
    }

    @Test
    void whatIsLeftWhereItsTopicOfRejectedRecordsIsMissingIsParkedOnceAndCounted() {
        attempts.put(new Origin(TOPIC, 0, 0L), 5);
        List<String> refused = new ArrayList<>();
        List<String> looks = new ArrayList<>();
        FlowListener counts = new FlowListener() {
            @Override
            public void refused(String supplier, Reason reason) {
                refused.add(supplier + " " + reason);
            }
        };
        GateDriver gate = gate(counts, topic -> {
            looks.add(topic);
            return false;
        });
        gate.report("fujitsu", bytes(GO_LIVE), ACCEPTED_AT);

        assertThat(gate.parked()).hasSize(1);
        assertThat(refused).containsExactly("fujitsu UNPROCESSABLE");
        assertThat(looks).containsExactly(SupplierTopics.verdicts("fujitsu"), SupplierTopics.rejected("fujitsu"));
        assertThat(gate.written()).containsExactly(Topics.PARKED.name());
    }
}
