package io.rollouthub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kinds of events, of targets and of entries are told apart in one file each of all main sources. */
class EventsInOnePlaceTest {
    private static final String EVENT = "(GoLive|Release|Milestone|Contract)Event";
    private static final String TARGET = "(GoLiveCount|ReleaseDelivered|ContractSigned)";

    @Test
    void whatEventItIsIsAskedInOneFile() {
        assertThat(sourcesWith("instanceof " + EVENT + "\\b")).containsExactly("ReportedEvent.java");
        assertThat(sourcesWith("\\(" + EVENT + "\\) *[\\w(]")).isEmpty();
    }

    @Test
    void whatTargetItIsIsAskedInOneFile() {
        assertThat(sourcesWith("instanceof " + TARGET + "\\b")).containsExactly("CommitmentTarget.java");
        assertThat(sourcesWith("\\(" + TARGET + "\\) *[\\w(]")).isEmpty();
    }

    @Test
    void whatIsInAnEntryOfTheJournalIsAskedInOneFile() {
        assertThat(sourcesWith("instanceof Tick\\b|getEntry\\(\\) instanceof")).containsExactly("Entry.java");
        assertThat(sourcesWith("\\(SpecificRecord\\) *[\\w(]")).containsExactly("Entry.java");
    }

    @Test
    void aStatusIsNoEnumOfAnyKind() {
        assertThat(sourcesWith("Enum<\\?> \\w*[sS]tatus\\b")).isEmpty();
    }

    private static List<String> sourcesWith(String code) {
        Pattern pattern = Pattern.compile(code);
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(EventsInOnePlaceTest::sources)
                    .filter(source -> pattern.matcher(read(source)).find())
                    .map(source -> source.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
