package io.rollouthub.connect.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.connect.alert.FakeSinkContext;
import io.rollouthub.connect.alert.SampleAlerts;
import io.rollouthub.connect.alert.TestReceiver;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookSinkTaskTest {
    private static final Alert MISSED = SampleAlerts.missed();
    private static final Alert SILENT = SampleAlerts.of(AlertKind.SUPPLIER_SILENT, "fujitsu");

    private final FakeSinkContext context = new FakeSinkContext(true);
    private final WebhookSinkTask task = new WebhookSinkTask(() -> this.now);
    private Instant now = SampleAlerts.STARTS.plusSeconds(5);
    private TestReceiver receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = new TestReceiver();
        start(task, context);
    }

    private void start(WebhookSinkTask started, FakeSinkContext with) {
        started.initialize(with);
        started.start(Map.of(
                "url", receiver.url() + "/hooks/1",
                "signature.secret", "secret",
                "authorization", "Bearer token",
                "max.age", "1h",
                "retry.backoff.ms", "100",
                "retry.backoff.max.ms", "300"));
        started.open(List.of(new TopicPartition(Topics.ALERT_TRANSITIONS.name(), 0)));
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void aTransitionIsToldWithItsKeyAndSignature() {
        task.put(List.of(sinkRecord(0, MISSED)));

        TestReceiver.Request request = receiver.requests().get(0);
        assertThat(request.path()).isEqualTo("/hooks/1");
        assertThat(request.header("Idempotency-Key"))
                .isEqualTo("south/MILESTONE_MISSED/dozen;1;OPEN;2006-11-01T00:00:00Z");
        assertThat(request.header("Content-Type")).isEqualTo("application/cloudevents+json; charset=UTF-8");
        assertThat(request.header("Authorization")).isEqualTo("Bearer token");
        assertThat(request.header("Rollout-Signature")).isEqualTo(Signature.of(request.body(), now, "secret"));
    }

    @Test
    void aReceiverThatIsAwayIsTriedLaterAndLaterAndToldEverythingOnce() {
        List<SinkRecord> batch = List.of(sinkRecord(0, MISSED), sinkRecord(1, SILENT));
        receiver.reply(200, "");
        receiver.reply(503, "");
        receiver.reply(429, "");
        receiver.reply(500, "");

        for (long wait : List.of(100L, 200L, 300L)) {
            assertThatThrownBy(() -> task.put(batch)).isInstanceOf(RetriableException.class);
            assertThat(context.timeout()).isEqualTo(wait);
        }
        task.put(batch);

        assertThat(receiver.requests())
                .extracting(request -> request.header("Idempotency-Key").split("/")[1])
                .containsExactly(
                        "MILESTONE_MISSED", "SUPPLIER_SILENT", "SUPPLIER_SILENT", "SUPPLIER_SILENT", "SUPPLIER_SILENT");
    }

    @Test
    void whatTheReceiverAsksForIsWaitedWithinBounds() {
        receiver.replyLater(429, "1");
        assertThatThrownBy(() -> task.put(List.of(sinkRecord(0, MISSED)))).isInstanceOf(RetriableException.class);
        assertThat(context.timeout()).isEqualTo(300);
    }

    @Test
    void aReceiverThatDoesNotAnswerIsTriedAgain() {
        receiver.close();
        assertThatThrownBy(() -> task.put(List.of(sinkRecord(0, MISSED)))).isInstanceOf(RetriableException.class);
    }

    @Test
    void whatIsRefusedGoesToTheDeadLetterTopicAndTheNextIsTold() {
        receiver.reply(422, "unknown cluster");
        task.put(List.of(sinkRecord(0, MISSED), sinkRecord(1, SILENT)));

        assertThat(context.reported())
                .containsExactly(
                        "south/MILESTONE_MISSED/dozen: " + receiver.url() + "/hooks/1 answers 422: unknown cluster");
        assertThat(receiver.requests()).hasSize(2);
    }

    @Test
    void withoutADeadLetterTopicTheTaskStopsAndSaysWhatToSet() {
        WebhookSinkTask strict = new WebhookSinkTask(() -> now);
        start(strict, new FakeSinkContext(false));
        receiver.reply(400, "");

        assertThatThrownBy(() -> strict.put(List.of(sinkRecord(0, MISSED))))
                .isInstanceOf(ConnectException.class)
                .hasMessage(
                        receiver.url() + "/hooks/1 answers 400; to go on with the next transition, set errors.tolerance"
                                + " to all and errors.deadletterqueue.topic.name to a topic for what is refused");
    }

    @Test
    void whatIsOldIsNotTold() {
        now = SampleAlerts.STARTS.plus(Duration.ofHours(1)).plusMillis(1);
        task.put(List.of(sinkRecord(0, MISSED)));

        assertThat(receiver.requests()).isEmpty();
        assertThat(context.reported()).isEmpty();
    }

    @Test
    void whatBecameOldWhileTheReceiverWasAwayIsNotLost() {
        receiver.reply(503, "");
        assertThatThrownBy(() -> task.put(List.of(sinkRecord(0, MISSED)))).isInstanceOf(RetriableException.class);
        now = now.plus(Duration.ofHours(1));
        task.put(List.of(sinkRecord(0, MISSED)));

        assertThat(receiver.requests()).hasSize(1);
        assertThat(context.reported())
                .containsExactly("south/MILESTONE_MISSED/dozen: the receiver was away until this transition of"
                        + " 2006-11-01T00:00:00Z was older than max.age");
    }

    @Test
    void aPartitionThatComesBackIsReadFromWhereConnectSays() {
        task.put(List.of(sinkRecord(5, MISSED)));
        task.open(List.of(new TopicPartition(Topics.ALERT_TRANSITIONS.name(), 0)));
        task.put(List.of(sinkRecord(4, SILENT)));

        assertThat(receiver.requests()).hasSize(2);
    }

    private static SinkRecord sinkRecord(long offset, Alert alert) {
        SchemaAndValue value = SampleAlerts.struct(alert);
        return new SinkRecord(
                Topics.ALERT_TRANSITIONS.name(),
                0,
                Schema.STRING_SCHEMA,
                alert.getAlertId(),
                value.schema(),
                value.value(),
                offset);
    }
}
