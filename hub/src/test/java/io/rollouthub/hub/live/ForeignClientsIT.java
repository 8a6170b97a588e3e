package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.HubFile;
import io.rollouthub.producer.Reports;
import io.rollouthub.testkit.Command;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Suppliers and subscribers that are not Java, on a hub as a person starts it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignClientsIT {
    private static final Instant REPORTED = Instant.parse("2026-01-01T09:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 1, 31);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private HubProcess up;

    @SuppressWarnings("NullAway.Init")
    private Hub hub;

    @SuppressWarnings("NullAway.Init")
    private HubFile file;

    @BeforeAll
    void start() {
        up = HubProcess.start(folder, Map.of(), UpFolder.args(folder, LiveProgramme.write(folder, "Europe/London")));
        up.awaitOutput("is up");
        hub = UpFolder.hub(folder);
        file = Objects.requireNonNull(HubFile.ofRunningHub(UpFolder.data(folder)));
    }

    @AfterAll
    void stop() {
        hub.close();
        up.close();
    }

    @ParameterizedTest
    @EnumSource
    void itsEventIsAcceptedAndItReadsTheAlerts(ForeignClient client) throws Exception {
        client.folder();
        String site = "from-" + client.name().toLowerCase(Locale.ROOT);
        String alert = "east/MILESTONE_MISSED/go-live/" + site + "/p/r";
        try (TestSupplier acme = new TestSupplier(hub.connection(), "acme")) {
            acme.deliver(Reports.on("east").goLive(site, "p", "r").planned("plan-" + site, REPORTED, DUE));
        }
        hub.await("the alert", model -> model.openAlerts().stream()
                .anyMatch(open -> open.getAlertId().equals(alert)));

        List<String> data = List.of("--data", UpFolder.data(folder).toString());
        try (HubProcess alerts = HubProcess.of(folder, "alerts-" + client, client.command("alerts", data))) {
            alerts.awaitOutput("Open alerts: ");
            alerts.awaitOutput("OPEN     2026-02-01T00:00:00.000Z CRITICAL " + alert + ": ");

            Command.Ended supplier = report(client, "east", site);
            assertThat(supplier.exitCode()).as(both(supplier)).isZero();
            assertThat(supplier.lastLine()).endsWith(" accepted");
            alerts.awaitOutput("RESOLVED ");

            assertThat(alerts.out().lines().filter(line -> line.startsWith("RESOLVED ")))
                    .singleElement()
                    .asString()
                    .contains(" CRITICAL " + alert + ": ");
            alerts.stop();
            assertThat(alerts.err()).isEmpty();
        }
        System.out.println("ran: supplier and subscriber in " + client);
    }

    @ParameterizedTest
    @EnumSource
    void itIsToldWhyAnEventIsRefused(ForeignClient client) {
        client.folder();

        Command.Ended supplier = report(client, "nowhere", "site");

        assertThat(supplier.exitCode()).as(both(supplier)).isEqualTo(1);
        assertThat(supplier.lastLine()).contains(" refused: UNKNOWN_CLUSTER: ", "\"nowhere\"");
    }

    private String both(Command.Ended client) {
        return client.output() + "\nthe hub: " + up.out() + up.err();
    }

    private Command.Ended report(ForeignClient client, String cluster, String site) {
        return client.report(file.bootstrapServers(), file.registryUrl(), List.of("acme", cluster, site));
    }
}
