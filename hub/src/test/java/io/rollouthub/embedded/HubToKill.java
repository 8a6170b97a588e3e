package io.rollouthub.embedded;

import io.rollouthub.reader.Connection;
import java.io.IOException;
import java.nio.file.Path;

/** A process with an embedded hub, which the test kills or holds as the kernel or a user might. */
public final class HubToKill {
    private HubToKill() {}

    /** Starts one on a data folder; the first line that it prints has the addresses of its broker and its registry. */
    public static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Drollout.home=" + System.getProperty("rollout.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HubToKill.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

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
