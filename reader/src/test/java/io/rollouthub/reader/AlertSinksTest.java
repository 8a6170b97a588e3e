package io.rollouthub.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.reader.AlertSinks.AlertSink;
import io.rollouthub.topic.ConnectTopics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker keeps of a connector says which alerts it is to take, and from where on. */
class AlertSinksTest {
    private static final Instant AT = Instant.parse("2026-01-01T09:00:00Z");

    @Test
    void aSinkTakesAllThatIsThereUnderTheGroupOfItsName() {
        assertThat(sink("{\"properties\":{\"topics\":\"rollout.milestones, rollout.alerts\"}}"))
                .isEqualTo(new AlertSink("pager", "connect-pager", Set.of("rollout.alerts"), false, AT));
    }

    @Test
    void itsSettingsMayNameAnotherGroupAndLetItBeginWithWhatComes() {
        String settings = "{\"properties\":{\"topics.regex\":\"rollout[.]alert.*\","
                + "\"consumer.override.group.id\":\"mine\",\"consumer.override.auto.offset.reset\":\"latest\"}}";

        assertThat(sink(settings)).isEqualTo(new AlertSink("pager", "mine", AlertSinks.TOPICS, true, AT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{\"properties\":{\"connector.class\":\"a.Source\"}}",
                "{\"properties\":{\"topics\":\"rollout.milestones\"}}",
                "{\"properties\":{\"topics.regex\":\"(\"}}"
            })
    void whatTakesNoAlertsIsNone(String value) {
        assertThat(sink(value)).isNull();
    }

    @Test
    void norIsOneThatWasDeleted() {
        assertThat(AlertSinks.sink(record(null))).isNull();
    }

    private static @Nullable AlertSink sink(String value) {
        return AlertSinks.sink(record(value.getBytes(StandardCharsets.UTF_8)));
    }

    private static ConsumerRecord<String, byte @Nullable []> record(byte @Nullable [] value) {
        return new ConsumerRecord<>(
                ConnectTopics.CONFIGS,
                0,
                0,
                AT.toEpochMilli(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                "connector-pager",
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
