package io.rollouthub.hub.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.reader.KafkaClients;
import io.rollouthub.runtime.Patience;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterCheckTest {
    private final StringWriter told = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "1000, WRONG  broker 1: transaction.max.timeout.ms is 1000: the hub's transactions are refused",
        "60000, ok     broker 1: transaction.max.timeout.ms is 60000",
        "900000, WRONG  broker 1: transaction.max.timeout.ms is 900000: a supplier whose transaction stays open"
    })
    void aTransactionMayTakeAsLongAsTheHubsOwnAndNotLongerThanAMinute(String longest, String line) {
        Config config = new Config(List.of(new ConfigEntry("transaction.max.timeout.ms", longest)));
        Patience patience = new Patience(Duration.ofSeconds(6), Duration.ofSeconds(5));
        try (Admin unused = KafkaClients.admin(Map.of("bootstrap.servers", "localhost:1"))) {
            new ClusterCheck(unused, patience, new Findings(new PrintWriter(told))).look("broker 1", config, 1);
        }

        assertThat(told.toString()).contains(line);
    }
}
