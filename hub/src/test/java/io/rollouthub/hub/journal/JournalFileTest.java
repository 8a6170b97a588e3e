package io.rollouthub.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.entry.Entry;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.journal.JournalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    private static final Programme PROGRAMME = ProgrammeFile.read(Path.of("../examples/npfit/programme.yaml"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static String line(Programme programme) {
        return JournalJson.write(new Entry.ProgrammeEntry(programme, Instant.EPOCH));
    }

    private static Programme withSlipDays(int days) {
        Thresholds thresholds = Thresholds.newBuilder(PROGRAMME.getThresholds())
                .setSlipDays(days)
                .build();
        return Programme.newBuilder(PROGRAMME).setThresholds(thresholds).build();
    }

    @Test
    void aJournalAmongOtherFilesIsRefusedAndWithoutOneThereIsNone() throws IOException {
        Path journal = file("journal.jsonl", JournalJson.FIRST_LINE, line(PROGRAMME));
        Path before = file("before.jsonl", line(PROGRAMME));

        assertThat(JournalFile.among(List.of(journal))).isEqualTo(new JournalFile(journal));
        assertThat(JournalFile.among(List.of(before, before))).isNull();
        assertThatThrownBy(() -> JournalFile.among(List.of(before, journal)))
                .isInstanceOf(RolloutException.class)
                .hasMessageContaining("journal.jsonl is an exported journal");
    }

    @Test
    void theProgrammeInForceAtTheEndIsTheLastThatIsNotPassedOver() throws IOException {
        Programme elsewhere = Programme.newBuilder(PROGRAMME)
                .setZone("Europe/Paris")
                .setSuppliers(List.of(Supplier.newBuilder()
                        .setSupplier("late")
                        .setName("Late")
                        .setClusters(List.of("south"))
                        .build()))
                .build();
        JournalFile journal = new JournalFile(file(
                "journal.jsonl",
                JournalJson.FIRST_LINE,
                line(PROGRAMME),
                line(withSlipDays(31)),
                line(withSlipDays(0)),
                line(elsewhere)));

        assertThat(journal.programme()).isEqualTo(withSlipDays(31));
        assertThat(journal.entries()).hasSize(4);
        assertThat(journal.withAllSuppliers().getSuppliers())
                .extracting(Supplier::getSupplier)
                .contains("late", "bt", "fujitsu");
    }

    @Test
    void aJournalThatBeginsWithoutAProgrammeInForceIsNamedWithItsLine() throws IOException {
        Path passedOver = file("passed-over.jsonl", JournalJson.FIRST_LINE, line(withSlipDays(0)), line(PROGRAMME));
        assertThatThrownBy(() -> new JournalFile(passedOver).programme())
                .isInstanceOf(RolloutException.class)
                .hasMessageContaining("passed-over.jsonl:2: the first programme would be passed over whole");

        Path tick = file("tick.jsonl", JournalJson.FIRST_LINE, JournalJson.write(new Entry.TickEntry(Instant.EPOCH)));
        assertThatThrownBy(() -> new JournalFile(tick).programme())
                .isInstanceOf(RolloutException.class)
                .hasMessageContaining("tick.jsonl:2: the first entry must be a Programme");

        Path empty = file("empty.jsonl", JournalJson.FIRST_LINE);
        assertThatThrownBy(() -> new JournalFile(empty).programme())
                .isInstanceOf(RolloutException.class)
                .hasMessageContaining("empty.jsonl is empty");
    }
}
