package io.rollouthub.connect.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.connect.alert.FakeSinkContext;
import io.rollouthub.connect.alert.SampleAlerts;
import io.rollouthub.connect.alert.TestReceiver;
import io.rollouthub.output.Alert;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertmanagerSinkTaskTest {
    private static final Alert MISSED = SampleAlerts.missed();

    private final FakeSinkContext context = new FakeSinkContext(false);
    private final AlertmanagerSinkTask task = new AlertmanagerSinkTask(() -> this.now);
    private Instant now = Instant.parse("2006-11-10T09:00:00Z");
    private TestReceiver first;
    private TestReceiver second;

    @BeforeEach
    void start() throws IOException {
        first = new TestReceiver();
        second = new TestReceiver();
        task.initialize(context);
        task.start(Map.of(
                "alertmanager.urls", first.url() + "/, " + second.url(),
                "alertmanager.authorization", "Bearer secret",
                "console.url", "http://hub/"));
        task.open(List.of(new TopicPartition(Topics.ALERTS.name(), 3)));
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void aTaskReadsItsPartitionsFromTheirBeginning() {
        assertThat(context.offsets()).isEqualTo(Map.of(new TopicPartition(Topics.ALERTS.name(), 3), 0L));
        assertThat(context.timeout()).isPositive();
    }

    @Test
    void everyInstanceIsToldWithALease() throws JsonProcessingException {
        task.put(List.of(written(MISSED, now)));

        for (TestReceiver receiver : List.of(first, second)) {
            TestReceiver.Request request = receiver.requests().get(0);
            assertThat(request.path()).isEqualTo("/api/v2/alerts");
            assertThat(request.header("Authorization")).isEqualTo("Bearer secret");
            JsonNode alert = new ObjectMapper().readTree(request.body()).get(0);
            assertThat(alert.get("endsAt").textValue()).isEqualTo("2006-11-10T09:03:00Z");
            assertThat(alert.get("generatorURL").textValue())
                    .isEqualTo("http://hub/alerts/south/MILESTONE_MISSED/dozen");
        }
    }

    @Test
    void anInstanceThatIsAwayIsToldWhenItIsBack() {
        second.reply(503, "starting");
        task.put(List.of(written(MISSED, now)));
        now = now.plusSeconds(2);
        task.put(List.of());
        assertThat(second.requests()).hasSize(1);
        now = now.plusSeconds(4);
        task.put(List.of());

        assertThat(second.requests()).hasSize(2);
        assertThat(second.requests().get(1).body()).contains("MILESTONE_MISSED");
    }

    @Test
    void whileAlertmanagerDoesNotAnswerNothingCountsAsDelivered() {
        Map<TopicPartition, OffsetAndMetadata> read =
                Map.of(new TopicPartition(Topics.ALERTS.name(), 3), new OffsetAndMetadata(1));
        second.reply(503, "starting");
        task.put(List.of(written(MISSED, now)));
        assertThat(task.preCommit(read)).isEmpty();

        second.reply(200, "");
        now = now.plusSeconds(6);
        task.put(List.of());
        assertThat(task.preCommit(read)).isEqualTo(read);
    }

    @Test
    void alertsThatAreFoundWrongHoldUpNothing() {
        first.reply(400, "invalid label set");
        task.put(List.of(written(MISSED, now)));
        now = now.plusSeconds(6);
        task.put(List.of());

        assertThat(first.requests()).hasSize(1);
        assertThat(second.requests()).hasSize(1);
    }

    @Test
    void aTombstoneIsNoReasonToResolve() {
        task.put(List.of(written(MISSED, now)));
        task.put(List.of(new SinkRecord(
                Topics.ALERTS.name(),
                3,
                Schema.STRING_SCHEMA,
                MISSED.getAlertId(),
                null,
                null,
                8,
                now.toEpochMilli(),
                TimestampType.CREATE_TIME)));

        assertThat(first.requests()).hasSize(1);
    }

    private static SinkRecord written(Alert alert, Instant at) {
        SchemaAndValue value = SampleAlerts.struct(alert);
        return new SinkRecord(
                Topics.ALERTS.name(),
                3,
                Schema.STRING_SCHEMA,
                alert.getAlertId(),
                value.schema(),
                value.value(),
                7,
                at.toEpochMilli(),
                TimestampType.CREATE_TIME);
    }
}
