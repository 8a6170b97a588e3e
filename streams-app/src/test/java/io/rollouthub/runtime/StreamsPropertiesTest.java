package io.rollouthub.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.reader.Stage;
import io.rollouthub.testkit.Npfit;
import io.rollouthub.topology.Arrival;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {
    private final HubSettings live = Settings.with(Arrival.BROKER_TIME, Map.of());
    private final HubSettings replay = Settings.with(Arrival.REPLAY_HEADER, Map.of());

    @Test
    void bothApplicationsReadAndWriteEverythingExactlyOnce() {
        for (Properties properties : List.of(StreamsProperties.gate(live), StreamsProperties.ledger(live))) {
            StreamsConfig config = new StreamsConfig(properties);
            assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))
                    .isEqualTo(StreamsConfig.EXACTLY_ONCE_V2);
            Map<String, Object> consumer = config.getMainConsumerConfigs("group", "client", 0);
            assertThat(consumer)
                    .containsEntry("isolation.level", "read_committed")
                    .containsEntry("auto.offset.reset", "earliest");
        }
    }

    @Test
    void gateAndLedgerAreApplicationsOfTheirOwn() {
        assertThat(StreamsProperties.gate(live))
                .containsEntry(StreamsConfig.APPLICATION_ID_CONFIG, Stage.GATE.group())
                .containsEntry(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        assertThat(StreamsProperties.ledger(live))
                .containsEntry(StreamsConfig.APPLICATION_ID_CONFIG, Stage.LEDGER.group())
                .containsEntry(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2)
                .containsEntry(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
    }

    @Test
    void onlyAReplayTakesRecordsByTimestampWithoutWaiting() {
        assertThat(StreamsProperties.gate(replay)).containsEntry(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
        assertThat(StreamsProperties.gate(live)).containsEntry(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);
    }

    @Test
    void whatIsSetForKafkaGoesOverOurOwn() {
        HubSettings set = Settings.with(Arrival.BROKER_TIME, Map.of("commit.interval.ms", "20"));

        assertThat(new StreamsConfig(StreamsProperties.gate(set)).getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG))
                .isEqualTo(20);
        assertThat(new StreamsConfig(StreamsProperties.ledger(set)).getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG))
                .isEqualTo(20);
    }

    @Test
    void anInstanceThatDiesIsMissedForSixSecondsWhereBrokersLookEverySecond() {
        Patience patience = StreamsProperties.patience(live);

        assertThat(patience.silence(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(6));
        assertThat(patience.silence(Duration.ofSeconds(10)))
                .as("of Kafka's defaults")
                .isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void howLongItIsMissedIsASetting() {
        HubSettings set = Settings.with(
                Arrival.BROKER_TIME,
                Map.of("consumer.session.timeout.ms", "20000", "producer.transaction.timeout.ms", "7000"));

        assertThat(StreamsProperties.patience(set))
                .isEqualTo(new Patience(Duration.ofSeconds(20), Duration.ofSeconds(7)));
    }

    @Test
    void aResultThatMayBeWrittenMayBeSent() {
        Map<String, Object> producer = new StreamsConfig(StreamsProperties.ledger(live)).getProducerConfigs("client");
        int ours = new TopicPlan(Settings.LAYOUT, Arrival.BROKER_TIME)
                .of(Npfit.PROGRAMME).stream()
                        .mapToInt(topic -> Integer.parseInt(topic.configs().get("max.message.bytes")))
                        .max()
                        .orElseThrow();

        assertThat(producer).containsEntry("max.request.size", ours);
    }
}
