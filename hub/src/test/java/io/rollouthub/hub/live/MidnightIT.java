package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.alert.Alerts;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.embedded.Ports;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Status;
import io.rollouthub.producer.Reports;
import io.rollouthub.producer.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Midnights as they come, in a zone whose midnight is near. Where a machine is so slow that midnight has passed before
 * all is in place, it is tried again with a later one.
 */
@Execution(ExecutionMode.CONCURRENT)
class MidnightIT {
    private static final int TRIES = 4;
    private static final Map<String, String> QUICK = Map.of("ROLLOUT_CLOCK_INTERVAL", "1s");
    private static final String ALERT = Alerts.id("east", AlertKind.MILESTONE_MISSED, "pledge");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** What is tried before a midnight; whether that was still to come when all was in place. */
    private interface Attempt {
        boolean before(Instant midnight, Path dir) throws Exception;
    }

    @Test
    void a_milestone_due_today_opens_missed_at_midnight_though_nobody_reports_anything() throws Exception {
        inTime(Duration.ofSeconds(30), (midnight, dir) -> {
            try (HubProcess up = up(dir, midnight);
                    Hub hub = UpFolder.hub(dir)) {
                commit(hub, dueBefore(midnight));
                if (!Instant.now().isBefore(midnight)) {
                    return false;
                }
                hub.await("the alert", model -> !model.transitions().isEmpty());
                assertThat(hub.transitionsOf(ALERT)).hasSize(1).allSatisfy(opened -> {
                    assertThat(opened.getState()).isEqualTo(AlertState.OPEN);
                    assertThat(opened.getStartsAt()).isEqualTo(midnight);
                });
                assertThat(up.stop()).as(up.err()).isEqualTo(143);
                assertThat(up.err()).isEmpty();
                return true;
            }
        });
    }

    @Test
    void a_hub_that_was_down_over_midnight_does_not_cry_over_what_was_reported_in_time() throws Exception {
        inTime(Duration.ofSeconds(45), (midnight, dir) -> {
            LocalDate due = dueBefore(midnight);
            try (HubProcess up = up(dir, midnight);
                    Hub hub = UpFolder.hub(dir)) {
                commit(hub, due);
                up.stop();
            }
            if (!liveWhileTheHubIsDown(dir, due).isBefore(midnight)) {
                return false;
            }
            Awaitility.await("midnight").atMost(Duration.ofMinutes(3)).until(() -> Instant.now()
                    .isAfter(midnight));
            try (HubProcess up = up(dir, midnight);
                    Hub hub = UpFolder.hub(dir)) {
                hub.awaitTickAfter(midnight);
                hub.await("it is met", model -> model.milestones().values().stream()
                        .allMatch(milestone -> milestone.getStatus() == Status.MET));
                List<AlertTransition> transitions = hub.now().transitions();
                assertThat(transitions).isEmpty();
            }
            return true;
        });
    }

    private void inTime(Duration margin, Attempt attempt) throws Exception {
        for (int n = 1; n <= TRIES; n++) {
            Instant midnight = Instant.now().plus(margin.multipliedBy(n)).truncatedTo(ChronoUnit.SECONDS);
            if (attempt.before(midnight, Files.createDirectory(folder.resolve("try-" + n)))) {
                return;
            }
        }
        throw new AssertionError("in " + TRIES + " tries this machine was not ready before midnight");
    }

    private static HubProcess up(Path dir, Instant midnight) throws IOException {
        ZoneOffset zone = LiveProgramme.zoneWithMidnightAt(midnight);
        HubProcess up = HubProcess.start(dir, QUICK, UpFolder.args(dir, LiveProgramme.write(dir, zone.getId())));
        up.awaitOutput("is up");
        return up;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static LocalDate dueBefore(Instant midnight) {
        return midnight.atOffset(LiveProgramme.zoneWithMidnightAt(midnight))
                .toLocalDate()
                .minusDays(1);
    }

    /** A promise for today, accepted and pending. */
    private static void commit(Hub hub, LocalDate due) throws Exception {
        try (TestSupplier acme = new TestSupplier(hub.connection(), "acme")) {
            acme.deliver(Reports.on("east")
                    .commitment("pledge", "One site by tonight")
                    .committed("e-1", now(), due, Target.goLives(1)));
        }
        hub.await("the promise", model -> !model.milestones().isEmpty());
    }

    /** Broker and registry run on the hub's data, and nobody judges what comes. */
    private static Instant liveWhileTheHubIsDown(Path dir, LocalDate date) throws Exception {
        try (LocalHub servers = LocalHub.start(UpFolder.data(dir), Ports.usual(UpFolder.data(dir)));
                TestSupplier acme = new TestSupplier(servers.connection(), "acme")) {
            return acme.deliver(Reports.on("east").goLive("site", "p", "r").live("e-2", now(), date));
        }
    }
}
