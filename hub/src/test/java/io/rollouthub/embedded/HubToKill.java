package io.rollouthub.embedded;

import io.rollouthub.reader.Connection;
import java.nio.file.Path;

/** A process with an embedded hub, which the test kills as the kernel or a user might. */
final class HubToKill {
    private HubToKill() {}

    /** The data folder; says on standard output where its servers are, and runs until standard input ends. */
    public static void main(String[] args) throws Exception {
        try (LocalHub hub = LocalHub.start(Path.of(args[0]))) {
            Connection at = hub.connection();
            System.out.println(at.bootstrapServers() + " " + at.registry().address());
            while (System.in.read() >= 0) {
                // until the test ends
            }
        }
    }
}
