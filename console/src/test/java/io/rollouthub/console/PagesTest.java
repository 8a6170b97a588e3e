package io.rollouthub.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.testkit.Command;
import io.rollouthub.testkit.NeedsProgram;
import io.rollouthub.testkit.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages' code without a browser: its own tests, in Node. */
class PagesTest {
    private static final Path CODE = Path.of("src", "main", "resources", "io", "rollouthub", "console", "js");
    private static final Path TESTS = Path.of("src", "test", "js");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    @NeedsProgram(Program.NODE)
    void thePagesCodeDoesWhatItsOwnTestsSay() throws IOException {
        Path assets = folder.resolve("assets");
        copy(TESTS, folder);
        copy(CODE, assets.resolve("js"));
        Files.createDirectory(assets.resolve("vendor"));
        for (Map.Entry<String, PageRoutes.WebJar> library : PageRoutes.WebJar.ALL.entrySet()) {
            try (InputStream file = Objects.requireNonNull(library.getValue().open(), library.getKey())) {
                Files.copy(file, assets.resolve(library.getKey()));
            }
        }

        Command.Ended tests = Command.of("node", "--test").in(folder).run();

        assertThat(tests.exitCode()).as(tests.output()).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
