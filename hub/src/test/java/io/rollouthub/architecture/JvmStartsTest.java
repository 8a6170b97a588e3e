package io.rollouthub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every JVM that the project starts, or has started, ends when it has no memory left. */
class JvmStartsTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final String OPTION = "-XX:+ExitOnOutOfMemoryError";

    /** Where one is started, by the kind of file; the groups that must not be empty say that it ends. */
    private enum Kind {
        JAVA("\\bJAVA\\.toString\\(\\)(,\\s*(?:ChildJvm\\.)?ENDS_WITHOUT_MEMORY)?"),
        SCRIPT("(?m)^[^#\\n]*\\bjava\"? (?=\"@|-[XDcj])(?:[^\\n]*(ExitOnOutOfMemoryError|jvm\\.options))?"),
        MAVEN("<executable>java</executable>\\s*<arguments>(\\s*<argument>-XX:\\+ExitOnOutOfMemoryError<)?"),
        /** The programs in JVMs whose images are not ours. */
        COMPOSE("image: \\$\\{(?:KAFKA|REGISTRY)_IMAGE.*\\s*environment:\\s*(?:#.*\\s*)*(<<: \\*jvm\\s)?");

        final Pattern start;

        Kind(String start) {
            this.start = Pattern.compile(start);
        }
    }

    private record Start(String file, boolean ends) {}

    @Test
    void everyOneEndsWithoutMemory() {
        List<Start> starts = starts();

        assertThat(starts)
                .extracting(Start::file)
                .as("what is known to start one is found")
                .contains(
                        "rollout",
                        "bench/run",
                        "docker-compose.yml",
                        "hub/pom.xml",
                        "embedded/src/main/java/io/rollouthub/embedded/ChildJvm.java",
                        "embedded/src/main/java/io/rollouthub/embedded/ClassArchive.java");
        assertThat(starts)
                .filteredOn(start -> !start.ends())
                .as("start a JVM without %s", OPTION)
                .isEmpty();
    }

    @Test
    void whatIsNamedThereHasTheOption() {
        assertThat(House.text(PROJECT.resolve("hub/src/main/app/jvm.options")).lines())
                .contains(OPTION);
        assertThat(House.text(PROJECT.resolve("docker-compose.yml")))
                .contains("x-jvm: &jvm\n  JAVA_TOOL_OPTIONS: " + OPTION);
        assertThat(House.text(PROJECT.resolve("embedded/src/main/java/io/rollouthub/embedded/ChildJvm.java")))
                .contains("ENDS_WITHOUT_MEMORY = \"" + OPTION + "\"");
    }

    @Test
    void whereJavasProgramIsStandsInOnePlace() {
        assertThat(sources())
                .filteredOn(source -> House.text(source).contains("\"java.home\""))
                .extracting(source -> source.getFileName().toString())
                .containsExactly("JavaProgram.java");
    }

    private static List<Start> starts() {
        Stream<Start> poms = House.folders().stream()
                .map(module -> module.resolve("pom.xml"))
                .filter(Files::exists)
                .flatMap(pom -> starts(pom, Kind.MAVEN));
        return Stream.of(
                        sources().stream().flatMap(source -> starts(source, Kind.JAVA)),
                        scripts().flatMap(script -> starts(script, Kind.SCRIPT)),
                        poms,
                        starts(PROJECT.resolve("docker-compose.yml"), Kind.COMPOSE))
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<Start> starts(Path file, Kind kind) {
        String shown = PROJECT.relativize(file.toAbsolutePath().normalize()).toString();
        return kind.start.matcher(House.text(file)).results().map(start -> new Start(shown, start.group(1) != null));
    }

    private static List<Path> sources() {
        return House.folders("src", "main", "java").stream()
                .flatMap(folder -> House.sources(folder).stream())
                .toList();
    }

    /** All that a shell runs. */
    private static Stream<Path> scripts() {
        return Stream.of("", "bench", "docker", ".ci", "tools")
                .flatMap(folder -> files(PROJECT.resolve(folder)).stream())
                .filter(JvmStartsTest::isScript);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isScript(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.findFirst().orElse("").startsWith("#!");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
