package io.rollouthub.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Programs of this machine that some tests need; {@link NeedsProgram} leaves these out where they are missing. */
public enum Program {
    CHROMIUM("chromium", () -> onThePath("chromium", "chromium-browser", "google-chrome")),
    CHROMEDRIVER("chromium-driver", () -> onThePath("chromedriver")),
    NODE("nodejs", () -> onThePath("node")),
    NPM("npm", () -> onThePath("npm")),
    PROMETHEUS("prometheus", () -> onThePath("prometheus")),
    PROMTOOL("prometheus", () -> onThePath("promtool")),
    ALERTMANAGER("prometheus-alertmanager", () -> onThePath("prometheus-alertmanager")),
    AMTOOL("prometheus-alertmanager", () -> onThePath("amtool")),

    /** What makes a new folder of data; its other programs lie beside it. */
    POSTGRESQL("postgresql", Program::latestInitdb),

    /** Debian's own Python, which sees Debian's libraries; another may come first on the path. */
    PYTHON_CLIENT("python3-confluent-kafka python3-avro", Program::pythonWithKafkaAndAvro),

    /** The command of a container engine that answers it. */
    CONTAINER_ENGINE("docker.io", () -> onThePath("docker").filter(Program::answers));

    /** Set by the script that builds for us, which has installed everything. */
    private static final String OUR_BUILD = "CI_OF_ROLLOUT_HUB";

    private final String debian;
    private final Supplier<Optional<Path>> search;

    Program(String debian, Supplier<Optional<Path>> search) {
        this.debian = debian;
        this.search = search;
    }

    /** Where it is; empty where it is not installed. */
    public Optional<Path> found() {
        return search.get();
    }

    /** Where it is, for a test that needs it and learns so only now: elsewhere the test ends here. */
    public Path need() {
        Optional<Path> found = found();
        if (found.isEmpty()) {
            Absence.skip(absence());
        }
        return found.orElseThrow();
    }

    /** Skips a test that needs it. */
    public ConditionEvaluationResult skipped(ExtensionContext test) {
        return Absence.skipped(test, absence());
    }

    /** What is missing and how to get it. */
    String missing() {
        return "no " + name().toLowerCase(Locale.ROOT).replace('_', ' ') + " here; on Debian: apt-get install "
                + debian;
    }

    /** The same; our own build must not skip by mistake what it is there to run, and fails. */
    private String absence() {
        if (System.getenv(OUR_BUILD) != null) {
            throw new IllegalStateException(missing());
        }
        return missing();
    }

    private static Optional<Path> onThePath(String... names) {
        String[] folders = Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1);
        return Stream.of(names)
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> latestInitdb() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin").resolve("initdb"))
                    .filter(Files::isExecutable)
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> pythonWithKafkaAndAvro() {
        return Optional.of(Path.of("/usr/bin/python3"))
                .filter(python -> Command.of(python.toString(), "-c", "import avro.schema, confluent_kafka")
                        .run()
                        .succeeded());
    }

    private static boolean answers(Path engine) {
        return Command.of(engine.toString(), "version", "--format", "{{.Server.Version}}")
                .within(Duration.ofSeconds(20))
                .run()
                .succeeded();
    }
}
