package io.rollouthub.hub.live;

import io.rollouthub.embedded.HubFile;
import io.rollouthub.testkit.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where a test's {@code up} keeps its data; on ports of its own, as several tests run at once. */
public final class UpFolder {
    private UpFolder() {}

    public static Path data(Path dir) {
        return dir.resolve("data");
    }

    /** The command line. At the first start of a folder it gets ports that are free: a hub takes those it had last. */
    public static String[] args(Path dir, Path programme) {
        Path data = data(dir);
        try {
            if (!Files.exists(data)) {
                Files.createDirectory(data);
                new HubFile(
                                "127.0.0.1:" + FreePort.any(),
                                "http://127.0.0.1:" + FreePort.any() + "/apis/ccompat/v7",
                                null,
                                0,
                                false,
                                null)
                        .write(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String[] {"up", "--data", data.toString(), "--programme", programme.toString()};
    }

    /** The hub that runs there. */
    static Hub hub(Path dir) {
        HubFile running = Objects.requireNonNull(HubFile.ofRunningHub(data(dir)));
        return new Hub(running.bootstrapServers(), running.registryUrl());
    }
}
