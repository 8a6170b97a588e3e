package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.Listening;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Status;
import io.rollouthub.producer.Reports;
import io.rollouthub.producer.Target;
import io.rollouthub.report.AlertId;
import io.rollouthub.testkit.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Midnights that come when the test says so: the hub's clock is put forward, in a zone whose midnight is near. */
@Execution(ExecutionMode.CONCURRENT)
class MidnightIT {
    private static final String ALERT = new AlertId("east", AlertKind.MILESTONE_MISSED, "pledge").toString();

    /** Nearer than the hour that Kafka lets a timestamp be ahead, and farther than any test takes. */
    private static final Duration UNTIL_MIDNIGHT = Duration.ofMinutes(40);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Instant midnight = Instant.now().plus(UNTIL_MIDNIGHT).truncatedTo(ChronoUnit.SECONDS);
    private final ZoneOffset zone = LiveProgramme.zoneWithMidnightAt(midnight);
    private final LocalDate due = midnight.atOffset(zone).toLocalDate().minusDays(1);

    @SuppressWarnings("NullAway.Init")
    private ClockAhead clock;

    @BeforeEach
    void theClockIsKafkas() throws IOException {
        clock = new ClockAhead(folder);
        clock.letTimeBe(Duration.ZERO);
    }

    @Test
    void aMilestoneDueTodayOpensMissedAtMidnightThoughNobodyReportsAnything() throws Exception {
        try (HubProcess up = up();
                Hub hub = UpFolder.hub(folder)) {
            commit(hub);
            assertThat(hub.now().transitions()).isEmpty();
            clock.letTimeBe(UNTIL_MIDNIGHT);
            hub.await("the alert", model -> !model.transitions().isEmpty());
            assertThat(hub.transitionsOf(ALERT)).hasSize(1).allSatisfy(opened -> {
                assertThat(opened.getState()).isEqualTo(AlertState.OPEN);
                assertThat(opened.getStartsAt()).isEqualTo(midnight);
            });
            assertThat(up.stop()).as(up.err()).isEqualTo(143);
            assertThat(up.err()).isEmpty();
        }
    }

    @Tag("full")
    @Test
    void aHubThatWasDownOverMidnightDoesNotCryOverWhatWasReportedInTime() throws Exception {
        try (HubProcess up = up();
                Hub hub = UpFolder.hub(folder)) {
            commit(hub);
            up.stop();
        }
        assertThat(liveWhileTheHubIsDown()).isBefore(midnight);
        clock.letTimeBe(UNTIL_MIDNIGHT);
        try (HubProcess up = up();
                Hub hub = UpFolder.hub(folder)) {
            hub.awaitTickAfter(midnight);
            hub.await("it is met", model -> model.milestones().values().stream()
                    .allMatch(milestone -> milestone.getStatus() == Status.MET));
            List<AlertTransition> transitions = hub.now().transitions();
            assertThat(transitions).isEmpty();
        }
    }

    private HubProcess up() {
        return clock.up(LiveProgramme.write(folder, zone.getId()), FreePort.any());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A promise for today, accepted and pending. */
    private void commit(Hub hub) throws Exception {
        try (TestSupplier acme = new TestSupplier(hub.connection(), "acme")) {
            acme.deliver(Reports.on("east")
                    .commitment("pledge", "One site by tonight")
                    .committed("e-1", now(), due, Target.goLives(1)));
        }
        hub.await("the promise", model -> !model.milestones().isEmpty());
    }

    /** Broker and registry run on the hub's data, and nobody judges what comes. */
    private Instant liveWhileTheHubIsDown() throws Exception {
        try (LocalHub servers = LocalHub.start(
                        UpFolder.data(folder), Listening.usual(UpFolder.data(folder), List.of(), false));
                TestSupplier acme = new TestSupplier(servers.connection(), "acme")) {
            return acme.deliver(Reports.on("east").goLive("site", "p", "r").live("e-2", now(), due));
        }
    }
}
