package io.rollouthub.hub.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A command of the hub in a container of its image. */
final class HubContainer extends GenericContainer<HubContainer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int GRACE_SECONDS = 30;

    private String upWords = "";

    HubContainer(String... command) {
        super(DockerImageName.parse(HubImage.built()));
        withImagePullPolicy(image -> false);
        withCommand(command);
        withStartupTimeout(PATIENCE);
    }

    /** Its start is over when it has said something. */
    HubContainer upWhenItSays(String text) {
        upWords = text;
        return waitingFor(
                Wait.forLogMessage(".*" + Pattern.quote(text) + ".*\\n", 1).withStartupTimeout(PATIENCE));
    }

    /** Its start is over when it has done its work and ended. */
    HubContainer upWhenItHasEnded() {
        return withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(PATIENCE));
    }

    /** Publishes a port of it as a port of 127.0.0.1, and nowhere else. */
    HubContainer publish(int ofThisMachine, int ofContainer) {
        List<String> bindings = new ArrayList<>(getPortBindings());
        bindings.add("127.0.0.1:" + ofThisMachine + ":" + ofContainer);
        setPortBindings(bindings);
        return this;
    }

    /** What {@code docker stop} does; its exit code. */
    long stopGently() {
        DockerClientFactory.lazyClient()
                .stopContainerCmd(getContainerId())
                .withTimeout(GRACE_SECONDS)
                .exec();
        return Objects.requireNonNull(getCurrentContainerInfo().getState().getExitCodeLong());
    }

    /** {@code kill -9}. */
    void kill() {
        DockerClientFactory.lazyClient().killContainerCmd(getContainerId()).exec();
    }

    /** Starts it again after it ended, with what it had written, and waits until it has said once more that it is up. */
    void startAgain() {
        int before = timesUp();
        DockerClientFactory.lazyClient().startContainerCmd(getContainerId()).exec();
        Awaitility.await(upWords).atMost(PATIENCE).until(() -> timesUp() > before);
    }

    private int timesUp() {
        return getLogs().split(Pattern.quote(upWords), -1).length - 1;
    }

    /** What the image's health check says. */
    String health() {
        return Objects.requireNonNull(
                getCurrentContainerInfo().getState().getHealth().getStatus());
    }

    /** A port of 127.0.0.1 that nobody has. */
}
