package io.rollouthub.bench.mix;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.check.EventCheck;
import io.rollouthub.check.Refusal;
import io.rollouthub.programmefile.ProgrammeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixTest {
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
    private static final ZoneId ZONE = MixProgramme.zone(NOW);
    private static final List<Sent> SENT =
            new Mix(5_000, Mix.SEED, NOW.atZone(ZONE).toLocalDate()).sent();

    @Test
    void theSameSeedGivesTheSameReports() {
        List<Sent> again = new Mix(5_000, Mix.SEED, NOW.atZone(ZONE).toLocalDate()).sent();

        assertThat(events(again)).isEqualTo(events(SENT)).hasSize(5_000);
        assertThat(events(new Mix(5_000, 1, NOW.atZone(ZONE).toLocalDate()).sent()))
                .isNotEqualTo(events(SENT));
    }

    private static List<SpecificRecord> events(List<Sent> sent) {
        return sent.stream().map(Sent::event).toList();
    }

    @Test
    void theGateHasNothingAgainstAnyOfThem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("programme.yaml"), MixProgramme.yaml(ZONE));
        EventCheck check = new EventCheck(ProgrammeFile.read(file));

        List<Refusal> refused = SENT.stream()
                .map(sent -> check.check(sent.event(), sent.supplier(), NOW))
                .filter(Objects::nonNull)
                .toList();
        assertThat(refused).isEmpty();
    }

    @Test
    void noTwoReportsHaveTheSameId() {
        Set<String> ids = new HashSet<>();

        assertThat(SENT).allMatch(sent -> ids.add(sent.report().cause()));
    }

    @Test
    void aFifthOfTheReportsIsOfGoLivesAndSomeComeLateOrCorrectOthers() {
        assertThat(Mix.shares(SENT)).containsEntry("COMMITTED", 20);
        assertThat(share("LIVE")).isBetween(0.15, 0.25);
        assertThat(share("PLANNED")).isBetween(0.7, 0.8);
        assertThat(share("POSTPONED")).isBetween(0.005, 0.03);
        assertThat(share("corrections")).isBetween(0.01, 0.05);
        assertThat(share("late")).isBetween(0.03, 0.07);
    }

    private static double share(String what) {
        return Mix.shares(SENT).getOrDefault(what, 0) / (double) SENT.size();
    }
}
