package io.rollouthub.embedded;

import java.nio.file.Path;

/** A process with embedded servers, which the test kills as the kernel or a user might. */
final class HubToKill {
    private HubToKill() {}

    /** The data folder; says on standard output where its servers are, and runs until standard input ends. */
    public static void main(String[] args) throws Exception {
        try (DataFolder data = DataFolder.open(Path.of(args[0]));
                EmbeddedServers servers = EmbeddedServers.start(data, RegistryProgram.jar(), Listening.ANY)) {
            System.out.println(servers.bootstrapServers() + " " + servers.registryUrl());
            while (System.in.read() >= 0) {
                // until the test ends
            }
        }
    }
}
