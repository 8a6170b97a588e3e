package io.rollouthub.producer;

import static io.rollouthub.producer.FakeHub.origin;
import static io.rollouthub.producer.FakeHub.settings;
import static io.rollouthub.producer.Futures.failure;
import static io.rollouthub.producer.Futures.result;
import static io.rollouthub.testkit.Npfit.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.output.VerdictKind;
import io.rollouthub.producer.ClientSettings.Waiting;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.testkit.Npfit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SupplierClientTest {
    private static final LocalDate DAY = LocalDate.of(2006, 7, 29);
    private static final Report REPORT =
            Reports.on("south").goLive("weston", "millennium", "R0").live("e-1", NOW, DAY);
    private static final SpecificRecord EVENT = REPORT.by("fujitsu");
    private static final Refusal REFUSAL = new Refusal(Reason.UNKNOWN_CLUSTER, "no such cluster");
    private static final Waiting NO_PATIENCE =
            new Waiting(true, Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ZERO, 10);

    private final FakeHub hub = new FakeHub();

    @Test
    void anEventGoesToTheSuppliersTopicUnderItsClusterInTheSuppliersName() {
        try (SupplierClient client = hub.connect(settings().withWaiting(NO_PATIENCE))) {
            CompletableFuture<Verdict> unused = client.publish(REPORT);

            ProducerRecord<String, byte[]> sent = hub.producer.history().get(0);
            assertThat(sent.topic()).isEqualTo("rollout.in.fujitsu");
            assertThat(sent.key()).isEqualTo("south");
            AvroReader reader = new AvroReader(hub.registry, List.of(GoLiveEvent.getClassSchema()));
            assertThat(reader.read(sent.value())).isEqualTo(EVENT);
        }
    }

    @Test
    void anEventInTheJournalIsAccepted() {
        try (SupplierClient client = hub.connect()) {
            CompletableFuture<Verdict> verdict = client.publish(REPORT);
            hub.take();
            hub.accept(0, EVENT);

            assertThat(result(verdict)).isEqualTo(new Verdict.Accepted(NOW, origin(0)));
        }
    }

    @Test
    void aVerdictThatIsReadBeforeKafkaSaysWhereTheEventStandsIsNotLost() {
        try (SupplierClient client = hub.connect()) {
            CompletableFuture<Verdict> verdict = client.publish(REPORT);
            hub.accept(0, EVENT);
            hub.awaitRead();
            hub.take();

            assertThat(result(verdict)).isEqualTo(new Verdict.Accepted(NOW, origin(0)));
        }
    }

    @Test
    void anEventThatTheHubRefusesIsRefused() {
        try (SupplierClient client = hub.connect()) {
            CompletableFuture<Verdict> verdict = client.publish(REPORT);
            hub.take();
            hub.refuse(0, REFUSAL, EVENT);

            assertThat(result(verdict)).isEqualTo(new Verdict.Refused(REFUSAL, origin(0), NOW));
            assertThat(((Verdict.Refused) result(verdict)).sent()).isTrue();
        }
    }

    @Test
    void whatTheGateWouldRefuseIsRefusedHereAndNotSent() {
        try (SupplierClient client = hub.connect()) {
            Verdict verdict = result(client.publish(
                    Reports.on("london").goLive("weston", "millennium", "R0").live("e-1", NOW, DAY)));

            assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
                assertThat(refused.refusal().reason()).isEqualTo(Reason.CLUSTER_NOT_ALLOWED);
                assertThat(refused.sent()).isFalse();
            });
            assertThat(hub.producer.history()).isEmpty();
        }
    }

    @Test
    void anotherSuppliersEventIsNotMadeThisSuppliers() {
        try (SupplierClient client = hub.connect()) {
            assertThat(result(client.publish(REPORT.by("bt"))))
                    .isInstanceOfSatisfying(
                            Verdict.Refused.class,
                            refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.SUPPLIER_MISMATCH));
        }
    }

    @Test
    void aNewProgrammeIsJudgedByAsSoonAsItIsRead() {
        Report london =
                Reports.on("london").goLive("barnet", "millennium", "R0").live("e-1", NOW, DAY);
        try (SupplierClient client = hub.connect(settings().withWaiting(NO_PATIENCE))) {
            assertThat(result(client.publish(london))).isInstanceOf(Verdict.Refused.class);

            hub.publish(Npfit.programmeFor("fujitsu", "london"));

            CompletableFuture<Verdict> verdict = client.publish(london);
            while (hub.producer.history().isEmpty()) {
                verdict = client.publish(london);
            }
            assertThat(verdict).isNotDone();
        }
    }

    @Test
    void aReportThatReplacesWhatIsNotThereYetIsAcceptedWithAWarning() {
        try (SupplierClient client = hub.connect()) {
            CompletableFuture<Verdict> verdict = client.publish(REPORT);
            hub.take();
            hub.tell(FakeHub.verdict(0, EVENT, VerdictKind.ACCEPTED)
                    .setReplacesUnknown(true)
                    .build());

            assertThat(((Verdict.Accepted) result(verdict)).warning()).startsWith("its 'replaces' names no report");
        }
    }

    @Test
    @SuppressWarnings("deprecation") // it goes on for those who do
    void whoAskedToHearOfTheLedgersRefusalsHearsOfThemStill() {
        CompletableFuture<LedgerRefusal> told = new CompletableFuture<>();
        Refusal duplicate = new Refusal(Reason.DUPLICATE_ID, "used before");
        try (SupplierClient client = hub.connect(settings().withLedgerListener(told::complete, Duration.ZERO))) {
            CompletableFuture<Verdict> verdict = client.publish(REPORT);
            hub.take();
            hub.refuse(0, duplicate, EVENT);

            assertThat(result(verdict)).isEqualTo(new Verdict.Refused(duplicate, origin(0), NOW));
            assertThat(result(told)).isEqualTo(new LedgerRefusal(EVENT, duplicate, origin(0), NOW));
        }
    }

    @Test
    void anIdenticalRepeatIsAcceptedAsKnown() {
        try (SupplierClient client = hub.connect()) {
            CompletableFuture<Verdict> verdict = client.publish(REPORT);
            hub.take();
            hub.tell(FakeHub.verdict(0, EVENT, VerdictKind.KNOWN).build());

            assertThat(result(verdict)).isEqualTo(new Verdict.Accepted(NOW, origin(0), true, null));
        }
    }

    @Test
    void aVerdictOnWhatStoodThereInATopicOfBeforeIsNotTaken() {
        SpecificRecord other = Reports.on("south")
                .goLive("bath", "millennium", "R0")
                .live("e-2", NOW, DAY)
                .by("fujitsu");
        try (SupplierClient client = hub.connect()) {
            CompletableFuture<Verdict> verdict = client.publish(REPORT);
            hub.take();
            hub.refuse(0, REFUSAL, other);
            hub.tell(FakeHub.verdict(0, EVENT, VerdictKind.REJECTED)
                    .setEventId(null)
                    .setReason("UNDECODABLE")
                    .build());
            hub.awaitRead();
            assertThat(verdict).isNotDone();
            hub.accept(0, EVENT);

            assertThat(result(verdict)).isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Test
    void whoDoesNotWaitForVerdictsHearsThatKafkaHasTheEvent() {
        hub.dropTopic(FakeHub.VERDICTS);
        try (SupplierClient client = hub.connect(settings().withoutVerdicts())) {
            CompletableFuture<Verdict> sent = client.publish(REPORT);
            hub.take();

            assertThat(result(sent)).isEqualTo(new Verdict.Sent(origin(0)));
        }
    }

    @Test
    void aRecordThatIsTooLargeIsRefusedWithItsSize() {
        try (SupplierClient client = hub.connect()) {
            CompletableFuture<Verdict> verdict = client.publish(REPORT);
            hub.producer.errorNext(new RecordTooLargeException("any words"));

            int bytes = hub.producer.history().get(0).value().length;
            assertThat(result(verdict))
                    .isEqualTo(new Verdict.Refused(
                            new Refusal(
                                    Reason.TOO_LARGE,
                                    "the event takes " + bytes + " bytes, more than rollout.in.fujitsu takes (2 MiB,"
                                            + " unless its operator chose otherwise; a report may take 256 KiB);"
                                            + " shorten its texts"),
                            null));
        }
    }

    @Test
    void anEventThatKafkaDoesNotTakeFails() {
        try (SupplierClient client = hub.connect()) {
            CompletableFuture<Verdict> first = client.publish(REPORT);
            hub.producer.errorNext(new TimeoutException("2 minutes passed"));
            hub.producer.sendException = new KafkaException("no buffer");
            CompletableFuture<Verdict> second = client.publish(REPORT);

            assertThat(failure(first)).isEqualTo("event e-1: Kafka did not take it: 2 minutes passed");
            assertThat(failure(second)).isEqualTo("event e-1: Kafka did not take it: no buffer");
        }
    }

    @Test
    void withoutAVerdictInTimeAnEventFails() {
        try (SupplierClient client = hub.connect()) {
            CompletableFuture<Verdict> verdict = client.publish(REPORT);
            hub.take();
            hub.nanos.set(Duration.ofSeconds(60).toNanos());

            assertThat(failure(verdict)).startsWith("event e-1: no verdict within 60 s: is the hub running?");
        }
    }

    @Test
    void whenVerdictsCanNoLongerBeReadNothingWaitsForThem() {
        try (SupplierClient client = hub.connect()) {
            CompletableFuture<Verdict> verdict = client.publish(REPORT);
            hub.take();
            hub.consumer.setPollException(new TopicAuthorizationException("not authorized"));

            assertThat(failure(verdict))
                    .isEqualTo("event e-1: the hub's answers can no longer be read: not authorized");
            assertThat(failure(client.publish(REPORT)))
                    .isEqualTo("the hub's answers can no longer be read: not authorized");
        }
        assertThat(hub.consumer.closed()).isTrue();
    }

    @Test
    void whatANewerHubSaysIsPassedOver() {
        try (SupplierClient client = hub.connect()) {
            CompletableFuture<Verdict> verdict = client.publish(REPORT);
            hub.take();
            hub.append(FakeHub.VERDICTS, new byte[] {1, 2, 3});
            hub.append(FakeHub.VERDICTS, null);
            hub.tell(FakeHub.verdict(0, EVENT, VerdictKind.REJECTED)
                    .setReason("NOT_KNOWN_YET")
                    .build());
            hub.accept(0, EVENT);

            assertThat(result(verdict)).isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Test
    void closingWaitsForVerdictsAndForTheirCallbacks() {
        SupplierClient client = hub.connect();
        CompletableFuture<String> seen = client.publish(REPORT).thenApply(Verdict::toString);
        hub.take();
        Thread judge = new Thread(() -> hub.accept(0, EVENT));
        judge.start();

        client.close();

        assertThat(seen).isCompleted();
        assertThat(hub.producer.closed()).isTrue();
        assertThat(hub.consumer.closed()).isTrue();
        client.close();
    }

    @Test
    void closingWaitsNoLongerThanItMay() {
        SupplierClient client = hub.connect(settings().withWaiting(NO_PATIENCE));
        CompletableFuture<Verdict> verdict = client.publish(REPORT);

        client.close();

        assertThat(failure(verdict)).isEqualTo("event e-1: the client was closed before its verdict came");
        assertThat(failure(client.publish(REPORT))).isEqualTo("the client is closed");
    }

    @Test
    void aCallbackMayCloseTheClient() {
        SupplierClient client = hub.connect();
        CompletableFuture<Void> closed = client.publish(REPORT).thenAccept(verdict -> client.close());
        hub.take();
        hub.accept(0, EVENT);

        boolean well = result(closed.handle((nothing, problem) -> problem == null));
        assertThat(well).isTrue();
        assertThat(hub.consumer.closed()).isTrue();
    }

    @Test
    void flushingIsKafkas() {
        try (SupplierClient client = hub.connect()) {
            CompletableFuture<Verdict> verdict = client.publish(REPORT);
            client.flush();
            assertThat(hub.producer.flushed()).isTrue();
            hub.accept(0, EVENT);
            assertThat(result(verdict)).isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Test
    void aSupplierThatTheProgrammeDoesNotKnowCannotConnect() {
        assertThatThrownBy(() -> hub.connect(ClientSettings.of("kafka:9092", "http://registry", "bt")))
                .isInstanceOf(SupplierClientException.class)
                .hasMessageStartingWith(
                        "the topic is that of \"bt\", which is not among the suppliers of programme npfit; they are"
                                + " fujitsu");
        assertThat(hub.consumer.closed()).isTrue();
        assertThat(hub.producer.closed()).isTrue();
    }

    @Test
    void aMissingTopicIsNamedWithWhoCreatesIt() {
        hub.dropTopic(FakeHub.VERDICTS);

        assertThatThrownBy(hub::connect)
                .isInstanceOf(SupplierClientException.class)
                .hasMessage("there is no topic rollout.verdicts.fujitsu; the hub's operator creates it with 'rollout"
                        + " admin apply'");
    }

    @Test
    void aProgrammeThatDoesNotComeIsNotWaitedForForEver() {
        Waiting impatient = new Waiting(true, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);

        assertThatThrownBy(() -> hub.connect(settings().withWaiting(impatient)))
                .isInstanceOf(SupplierClientException.class)
                .hasMessageStartingWith("rollout.programme could not be read within 0 s");
    }

    @Test
    void kafkasProblemsWhileConnectingAreNamedWithItsAddress() {
        hub.consumer.setOffsetsException(new TimeoutException("no answer in time"));

        assertThatThrownBy(hub::connect)
                .isInstanceOf(SupplierClientException.class)
                .hasMessageStartingWith("Kafka at kafka:9092: no answer in time");
    }
}
