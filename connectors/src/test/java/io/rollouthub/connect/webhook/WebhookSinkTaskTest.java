package io.rollouthub.connect.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.connect.alert.FakeSinkContext;
import io.rollouthub.connect.alert.SampleAlerts;
import io.rollouthub.connect.alert.TestReceiver;
import io.rollouthub.connect.told.HubProgress;
import io.rollouthub.connect.told.KeptInMemory;
import io.rollouthub.connect.told.KnownProgress;
import io.rollouthub.connect.told.ToldStore;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.Told;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookSinkTaskTest {
    private static final Alert MISSED = SampleAlerts.missed();
    private static final Alert SILENT = SampleAlerts.of(AlertKind.SUPPLIER_SILENT, "fujitsu");

    private static final TopicPartition PARTITION = new TopicPartition(Topics.ALERT_TRANSITIONS.name(), 0);
    private static final String KEY = "south/MILESTONE_MISSED/dozen/1";

    private final FakeSinkContext context = new FakeSinkContext(true);
    private final KeptInMemory kept = new KeptInMemory();
    private final KnownProgress progress = new KnownProgress();
    private final WebhookSinkTask task = new Task();
    private Instant now = SampleAlerts.STARTS.plusSeconds(5);
    private TestReceiver receiver;

    /** A task whose hub is at hand. */
    private final class Task extends WebhookSinkTask {
        Task() {
            super(() -> now);
        }

        @Override
        protected ToldStore store(Map<String, String> settings) {
            return kept;
        }

        @Override
        protected HubProgress progress(Map<String, String> settings) {
            return progress;
        }
    }

    @BeforeEach
    void start() throws IOException {
        receiver = new TestReceiver();
        start(task, context);
    }

    private void start(WebhookSinkTask started, FakeSinkContext with) {
        started.initialize(with);
        started.start(Map.of(
                "name", "webhook",
                "url", receiver.url() + "/hooks/1",
                "signature.secret", "secret",
                "authorization", "Bearer token",
                "hold-down", "0s",
                "retry.backoff.ms", "100",
                "retry.backoff.max.ms", "300"));
        started.open(List.of(PARTITION));
        started.put(List.of());
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

        task.put(batch);
        for (long wait : List.of(100L, 200L, 300L)) {
            assertThat(context.timeout()).isEqualTo(wait);
            now = now.plusMillis(wait - 1);
            turn();
            assertThat(context.timeout()).isEqualTo(1);
            now = now.plusMillis(1);
            turn();
        }

        assertThat(receiver.requests())
                .extracting(request -> request.header("Idempotency-Key").split("/")[1])
                .containsExactly(
                        "MILESTONE_MISSED", "SUPPLIER_SILENT", "SUPPLIER_SILENT", "SUPPLIER_SILENT", "SUPPLIER_SILENT");
    }

    @Test
    void whatTheReceiverAsksForIsWaitedWithinBounds() {
        receiver.replyLater(429, "1");
        task.put(List.of(sinkRecord(0, MISSED)));
        assertThat(context.timeout()).isEqualTo(300);
    }

    @Test
    void aReceiverThatDoesNotAnswerIsTriedAgain() {
        receiver.close();
        task.put(List.of(sinkRecord(0, MISSED)));

        assertThat(context.timeout()).isEqualTo(100);
        assertThat(kept.kept()).containsExactly(Map.entry(KEY, about(now)));
    }

    @Test
    void whatIsRefusedGoesToTheDeadLetterTopicAndTheNextIsTold() {
        receiver.reply(422, "unknown cluster");
        task.put(List.of(sinkRecord(0, MISSED), sinkRecord(1, SILENT)));

        assertThat(context.reported())
                .containsExactly("south/MILESTONE_MISSED/dozen: " + receiver.url() + "/… answers 422: unknown cluster");
        assertThat(receiver.requests()).hasSize(2);
    }

    @Test
    void withoutADeadLetterTopicTheTaskStopsAndSaysWhatToSet() {
        WebhookSinkTask strict = new Task();
        start(strict, new FakeSinkContext(false));
        receiver.reply(400, "");

        assertThatThrownBy(() -> strict.put(List.of(sinkRecord(0, MISSED))))
                .isInstanceOf(ConnectException.class)
                .hasMessage(receiver.url() + "/… answers 400; to go on with the next transition, set errors.tolerance"
                        + " to all and errors.deadletterqueue.topic.name to a topic for what is refused");
    }

    @Test
    void whatIsToldIsKeptOnceTheReceiverHasAnswered() {
        receiver.reply(503, "");
        task.put(List.of(sinkRecord(0, MISSED)));
        assertThat(kept.kept()).as("before it is sent").containsExactly(Map.entry(KEY, about(now)));
        now = now.plusMillis(100);
        turn();

        assertThat(kept.kept())
                .containsExactly(Map.entry(KEY, new Told(SampleAlerts.STARTS, AlertState.OPEN, now, false)));
        task.put(List.of(sinkRecord(1, SampleAlerts.resolved(MISSED))));
        assertThat(kept.kept())
                .containsExactly(Map.entry(KEY, new Told(SampleAlerts.STARTS, AlertState.RESOLVED, now, false)));
    }

    @Test
    void afterAnOutageWhatIsOpenIsToldHoweverOldAndWhatEndedMeanwhileIsNot() {
        task.put(List.of(sinkRecord(0, MISSED)));
        now = now.plus(Duration.ofDays(400));
        Alert met = SampleAlerts.of(AlertKind.MILESTONE_AT_RISK, "dozen");
        List<SinkRecord> all = List.of(
                sinkRecord(0, MISSED),
                sinkRecord(1, met),
                sinkRecord(2, SILENT),
                sinkRecord(3, SampleAlerts.resolved(met)),
                sinkRecord(4, SampleAlerts.resolved(MISSED)));
        progress.has(4);
        WebhookSinkTask later = new Task();
        start(later, context);
        later.put(all.subList(0, 3));
        assertThat(receiver.requests()).as("it is not known yet what is open").hasSize(1);
        later.put(all.subList(3, 5));

        assertThat(keys())
                .containsExactly(
                        "south/MILESTONE_MISSED/dozen;1;OPEN;2006-11-01T00:00:00Z",
                        "south/SUPPLIER_SILENT/fujitsu;1;OPEN;2006-11-01T00:00:00Z",
                        "south/MILESTONE_MISSED/dozen;1;RESOLVED;2006-11-01T00:00:00Z");
    }

    @Test
    void aStartReadsFromTheBeginningAndTellsNothingTwice() {
        task.put(List.of(sinkRecord(0, MISSED), sinkRecord(1, SILENT)));
        WebhookSinkTask next = new Task();
        start(next, context);
        assertThat(context.offsets()).containsExactly(Map.entry(PARTITION, 0L));
        next.put(List.of(sinkRecord(0, MISSED), sinkRecord(1, SILENT)));

        assertThat(receiver.requests()).hasSize(2);
    }

    @Test
    void whatComesBeforeItReadsFromTheBeginningSaysNothing() {
        task.put(List.of(sinkRecord(0, MISSED)));
        progress.has(1);
        task.open(List.of(PARTITION));
        task.put(List.of(sinkRecord(1, SILENT))); // from where an earlier task was
        assertThat(task.preCommit(Map.of(PARTITION, new OffsetAndMetadata(2)))).isEmpty();
        turn();
        assertThat(receiver.requests())
                .as("whether the first is open is not known yet")
                .hasSize(1);
        task.put(List.of(sinkRecord(0, MISSED), sinkRecord(1, SILENT)));

        assertThat(keys())
                .containsExactly(
                        "south/MILESTONE_MISSED/dozen;1;OPEN;2006-11-01T00:00:00Z",
                        "south/SUPPLIER_SILENT/fujitsu;1;OPEN;2006-11-01T00:00:00Z");
    }

    @Test
    void aTaskWithoutPartitionsTakesNothingForEnded() {
        kept.kept().put(KEY, new Told(SampleAlerts.STARTS, AlertState.OPEN, now, false));
        WebhookSinkTask next = new Task();
        next.initialize(context);
        next.start(Map.of("name", "webhook", "url", receiver.url(), "hold-down", "0s"));
        next.put(List.of());
        next.open(List.of(PARTITION));
        next.put(List.of());
        next.close(List.of(PARTITION));
        next.put(List.of());

        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void aKillBetweenAnAnswerAndItsRecordRepeatsThatOneMessage() {
        kept.failToWriteAfter(1);
        task.put(List.of(sinkRecord(0, MISSED), sinkRecord(1, SILENT)));
        assertThat(kept.kept()).as("as of a task that was killed").containsExactly(Map.entry(KEY, about(now)));
        WebhookSinkTask next = new Task();
        start(next, context);
        next.put(List.of(sinkRecord(0, MISSED), sinkRecord(1, SILENT)));

        assertThat(keys())
                .containsExactly(
                        "south/MILESTONE_MISSED/dozen;1;OPEN;2006-11-01T00:00:00Z",
                        "south/MILESTONE_MISSED/dozen;1;OPEN;2006-11-01T00:00:00Z",
                        "south/SUPPLIER_SILENT/fujitsu;1;OPEN;2006-11-01T00:00:00Z");
    }

    @Test
    void whatEndsAfterAKillBetweenAnAnswerAndItsRecordIsToldAsEnded() {
        kept.failToWriteAfter(1);
        task.put(List.of(sinkRecord(0, MISSED)));
        progress.has(1);
        WebhookSinkTask next = new Task();
        start(next, context);
        next.put(List.of(sinkRecord(0, MISSED), sinkRecord(1, SampleAlerts.resolved(MISSED))));

        assertThat(keys())
                .containsExactly(
                        "south/MILESTONE_MISSED/dozen;1;OPEN;2006-11-01T00:00:00Z",
                        "south/MILESTONE_MISSED/dozen;1;RESOLVED;2006-11-01T00:00:00Z");
    }

    @Test
    void nothingIsSentOfWhichItCouldNotBeKeptThatItIsAboutToBe() {
        kept.failToWrite();
        task.put(List.of(sinkRecord(0, MISSED)));
        assertThat(receiver.requests()).isEmpty();
        now = now.plusSeconds(5);
        task.put(List.of(sinkRecord(0, MISSED)));

        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void whatCouldNotBeKeptIsKeptLaterAndNotToldAgain() {
        kept.failToWriteAfter(1);
        task.put(List.of(sinkRecord(0, MISSED)));
        now = now.plusSeconds(5);
        task.put(List.of(sinkRecord(0, MISSED)));

        assertThat(receiver.requests()).hasSize(1);
        assertThat(kept.kept()).containsOnlyKeys(KEY);
    }

    @Test
    void aLedgerThatBeginsAnewIsWaitedForAndThenTheRestIsTold() {
        task.put(List.of(sinkRecord(0, MISSED), sinkRecord(1, SILENT)));
        progress.isBehind();
        task.put(List.of(sinkRecord(0, SILENT))); // its topic begins anew
        task.put(List.of(sinkRecord(0, SILENT)));
        turn();
        assertThat(receiver.requests()).hasSize(2);
        now = now.plusSeconds(1);
        progress.has(0);
        turn();

        assertThat(keys()).hasSize(3).last().isEqualTo("south/MILESTONE_MISSED/dozen;1;RESOLVED;2006-11-01T00:00:00Z");
        assertThat(receiver.requests().get(2).body()).contains("and not so by what the hub knows now");
    }

    @Test
    void whatAHubOfBeforeHandedOnIsTakenForTold() {
        progress.handedOn(PARTITION, 2);
        progress.has(3);
        Alert atRisk = SampleAlerts.of(AlertKind.MILESTONE_AT_RISK, "dozen");
        task.put(List.of(sinkRecord(0, MISSED), sinkRecord(1, SILENT), sinkRecord(2, SampleAlerts.resolved(SILENT))));
        assertThat(kept.kept()).as("all of it or nothing").isEmpty();
        assertThat(task.preCommit(Map.of(PARTITION, new OffsetAndMetadata(3)))).isEmpty();
        task.put(List.of(sinkRecord(3, atRisk)));

        assertThat(keys())
                .containsExactly(
                        "south/SUPPLIER_SILENT/fujitsu;1;RESOLVED;2006-11-01T00:00:00Z",
                        "south/MILESTONE_AT_RISK/dozen;1;OPEN;2006-11-01T00:00:00Z");
        assertThat(kept.kept()).hasSize(3);
    }

    @Test
    void whatAnImportMarksWhileItRunsIsNotTold() {
        receiver.reply(503, "");
        task.put(List.of(sinkRecord(0, MISSED)));
        kept.imported().put(KEY, new Told(SampleAlerts.STARTS, AlertState.OPEN, now, false));
        now = now.plusSeconds(1);
        turn();
        task.put(List.of(sinkRecord(0, MISSED)));

        assertThat(receiver.requests())
                .as("the attempt at which the receiver was away")
                .hasSize(1);
    }

    @Test
    void offsetsSayWhatIsSettled() {
        receiver.reply(200, "");
        receiver.reply(503, "");
        task.put(List.of(sinkRecord(0, MISSED)));
        task.put(List.of(sinkRecord(1, SILENT), sinkRecord(2, SampleAlerts.resolved(MISSED))));

        assertThat(task.preCommit(Map.of(PARTITION, new OffsetAndMetadata(3))))
                .containsExactly(Map.entry(PARTITION, new OffsetAndMetadata(1)));
    }

    @Test
    void whatATransformationLeavesOutIsNotWaitedFor() {
        progress.has(1);
        task.put(List.of(sinkRecord(0, MISSED)));
        assertThat(receiver.requests()).isEmpty();
        task.preCommit(Map.of(PARTITION, new OffsetAndMetadata(2)));
        turn();

        assertThat(receiver.requests()).hasSize(1);
    }

    /** That it is about to be told of. */
    private static Told about(Instant since) {
        return new Told(SampleAlerts.STARTS, AlertState.OPEN, since, true);
    }

    private void turn() {
        task.put(List.of());
    }

    private List<String> keys() {
        return receiver.requests().stream()
                .map(request -> request.header("Idempotency-Key"))
                .toList();
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
