package io.rollouthub.hub.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The clock of a hub that a test puts forward. */
record ClockAhead(Path folder) {
    /** Puts it forward, of a hub that runs too. */
    void letTimeBe(Duration ahead) throws IOException {
        Path next = Files.writeString(folder.resolve("next-offset"), ahead.toString());
        Files.move(next, offset(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path offset() {
        return folder.resolve("offset");
    }

    /** A hub that goes by it, and ticks every second; it is up. */
    HubProcess up(Path programme, int httpPort) {
        List<String> command = new ArrayList<>(HubProcess.command(UpFolder.args(folder, programme)));
        command.add(1, "-Drollout.test.clock-offset=" + offset());
        Map<String, String> environment =
                Map.of("ROLLOUT_CLOCK_INTERVAL", "1s", "ROLLOUT_HTTP_PORT", Integer.toString(httpPort));
        HubProcess up = HubProcess.of(folder, "up", command, environment);
        up.awaitOutput("is up");
        return up;
    }
}
