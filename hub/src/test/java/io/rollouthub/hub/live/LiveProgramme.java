package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.hub.replay.Cli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

/** The programmes of these tests: three regions, two suppliers. */
public final class LiveProgramme {
    private static final int DAY = 24 * 3_600;

    private LiveProgramme() {}

    /** Writes it. */
    public static Path write(Path folder, String zone) {
        return write(folder, zone, "");
    }

    /**
     * Writes it.
     *
     * @param more lines for further suppliers
     */
    static Path write(Path folder, String zone, String more) {
        try {
            return Files.writeString(folder.resolve("programme.yaml"), """
                    programme: live
                    name: Live
                    zone: "%s"
                    clusters: { east: East, mid: Middle, west: West }
                    suppliers:
                      acme: { name: Acme, clusters: [east, mid, west] }
                      bolt: { name: Bolt, clusters: [east, mid, west] }
                    %s
                    """.formatted(zone, more));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines that name one who reads alerts. */
    static final String CONSUMER = "access: { consumer: [\"User:board\"] }";

    /** Makes what it needs on a Kafka and in a registry, as a person does. */
    static void apply(Path programme, String bootstrapServers, String registryUrl) {
        Cli applied = Cli.run(
                "admin",
                "apply",
                "--programme",
                programme.toString(),
                "--connect",
                bootstrapServers,
                "--registry",
                registryUrl);
        assertThat(applied.exitCode()).as(applied.err()).isZero();
    }

    /** The zone in which an instant, of a whole second, is midnight: such as {@code +05:17:23}. */
    static ZoneOffset zoneWithMidnightAt(Instant instant) {
        int offset = (int) Math.floorMod(-instant.getEpochSecond(), DAY);
        return ZoneOffset.ofTotalSeconds(offset > DAY / 2 ? offset - DAY : offset);
    }
}
