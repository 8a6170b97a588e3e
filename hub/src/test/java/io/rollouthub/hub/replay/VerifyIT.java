package io.rollouthub.hub.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.model.Programmes;
import io.rollouthub.programme.Programme;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.testkit.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is reported, what the hub has published of it is what follows from its journal. */
class VerifyIT {
    private static final int PROGRAMMES = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Tag("full")
    @Test
    void ofRandomProgrammesEveryRowFits(@Seed long seed) throws IOException {
        int refusals = 0;
        try (Sandbox sandbox = new Sandbox(folder.resolve("sandbox"))) {
            for (long one = seed; one < seed + PROGRAMMES; one++) {
                Path events = RandomFiles.write(Programmes.random(one), folder);
                Programme programme = ProgrammeFile.read(folder.resolve("programme.yaml"));
                Cli verified = sandbox.replay(
                                new ReplayPlan(programme, List.of(events), null, 4, 2, null),
                                (result, hub) -> Cli.on(hub, "verify", "--format", "json"))
                        .value();
                assertThat(verified.exitCode())
                        .as("seed %d: %s%s", one, verified.out(), verified.err())
                        .isZero();
                JsonNode told = new ObjectMapper().readTree(verified.out());
                assertThat(told.path("fits").asBoolean()).isTrue();
                assertThat(told.path("topics")
                                .path("rollout.milestones")
                                .path("rows")
                                .asInt())
                        .isPositive();
                refusals += told.path("refusals").path("rows").asInt();
            }
        }
        assertThat(refusals).as("from seed %d", seed).isPositive();
    }
}
