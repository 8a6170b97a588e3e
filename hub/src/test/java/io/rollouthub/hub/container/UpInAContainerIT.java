package io.rollouthub.hub.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.hub.live.LiveProgramme;
import io.rollouthub.testkit.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.utility.MountableFile;

/** A whole hub in one container; supplier and subscriber are outside. The tests go in order. */
@NeedsImages
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpInAContainerIT {
    private static final String DATA = "/var/lib/rollout/data";
    private static final String PROGRAMME = "/etc/rollout/programme.yaml";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private HubContainer up;

    @SuppressWarnings("NullAway.Init")
    private Outside outside;

    @BeforeAll
    void start() {
        String kafka = "127.0.0.1:" + FreePort.any();
        int kafkaPort = Integer.parseInt(kafka.substring(kafka.indexOf(':') + 1));
        int registryPort = FreePort.any();
        up = new HubContainer("up", "--data", DATA, "--programme", PROGRAMME, "--advertise", kafka, "--insecure")
                .publish(kafkaPort, kafkaPort)
                .publish(registryPort, 8081)
                .upWhenItSays("The hub of Live is up");
        up.withCopyFileToContainer(
                MountableFile.forHostPath(LiveProgramme.write(folder, "Europe/London"), 0644), PROGRAMME);
        up.start();
        outside = new Outside(kafka, registryPort);
    }

    @AfterAll
    void end() {
        outside.close();
        up.stop();
    }

    @Test
    @Order(1)
    void aSupplierOutsideIsHeardAndASubscriberOutsideReadsTheAlert() throws Exception {
        outside.promise("acme", "before", "east");
        outside.awaitAlerts(1);
    }

    @Test
    @Order(2)
    void itIsHealthyAndCanChangeNothingButItsData() throws Exception {
        Awaitility.await("its health check").atMost(Duration.ofSeconds(60)).until(() -> up.health()
                .equals("healthy"));
        assertThat(up.execInContainer("id", "-u").getStdout().strip()).isEqualTo("10001");
        assertThat(up.execInContainer("touch", "/opt/rollout/app/lib/x").getExitCode())
                .isNotZero();
    }

    @Test
    @Order(3)
    void commandsRunInside() throws Exception {
        ExecResult status = up.execInContainer("rollout", "status", "--data", DATA);
        assertThat(status.getStdout()).as(status.getStderr()).contains("The hub's clock: ");
        ExecResult doctor = up.execInContainer("rollout", "doctor", "--data", DATA);
        assertThat(doctor.getStdout()).as(doctor.getStderr()).contains("All is well.");
    }

    @Test
    @Order(4)
    void stoppedInGoodOrderAndStartedAgainItGoesOn() throws Exception {
        assertThat(up.stopGently()).isEqualTo(143);
        up.startAgain();
        outside.hub().awaitTickAfter(Instant.now());
        outside.promise("bolt", "after", "west");
        outside.awaitAlerts(2);
        assertThat(outside.hub().now().transitions()).hasSize(2);
    }
}
