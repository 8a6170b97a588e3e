package io.rollouthub.hub.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.hub.live.Hub;
import io.rollouthub.producer.ClientSettings;
import io.rollouthub.producer.Report;
import io.rollouthub.producer.Reports;
import io.rollouthub.producer.SupplierClient;
import io.rollouthub.producer.Target;
import io.rollouthub.producer.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** A supplier and a subscriber that are in no container, at the ports that containers publish. */
final class Outside implements AutoCloseable {
    private static final LocalDate PAST = LocalDate.of(2026, 1, 31);
    private static final Instant REPORTED = Instant.parse("2026-01-01T09:00:00Z");

    private final String kafka;
    private final String registry;
    private final Hub hub;

    Outside(String kafka, int registryPort) {
        this.kafka = kafka;
        this.registry = "http://127.0.0.1:" + registryPort + "/apis/ccompat/v7";
        this.hub = new Hub(kafka, registry);
    }

    /** What a subscriber sees. */
    Hub hub() {
        return hub;
    }

    /** Promises, as a supplier, what nobody can keep any more; and waits until the hub has accepted that. */
    void promise(String supplier, String milestone, String cluster) throws Exception {
        Report report = Reports.on(cluster)
                .commitment(milestone, "A million sites")
                .committed(milestone, REPORTED, PAST.minusDays(10), Target.goLives(1_000_000));
        try (SupplierClient client = SupplierClient.connect(ClientSettings.of(kafka, registry, supplier))) {
            assertThat(client.publish(report).get(60, TimeUnit.SECONDS)).isInstanceOf(Verdict.Accepted.class);
        }
    }

    /** Waits until a subscriber sees as many alerts that are open. */
    void awaitAlerts(int open) {
        hub.await(open + " alerts", model -> model.openAlerts().size() == open);
    }

    @Override
    public void close() {
        hub.close();
    }
}
