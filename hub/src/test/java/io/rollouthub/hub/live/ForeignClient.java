package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A supplier's program in Python, with the libraries that Debian packages. */
final class ForeignClient {
    /** Debian's own, which sees Debian's libraries; another may come first on the path. */
    private static final String PYTHON = "/usr/bin/python3";

    private ForeignClient() {}

    /** Leaves the test out where the libraries are not installed, and says so. */
    static void assumeInstalled() throws IOException, InterruptedException {
        boolean installed = Files.isExecutable(Path.of(PYTHON))
                && run(List.of(PYTHON, "-c", "import avro.schema, confluent_kafka"))
                                .exitCode()
                        == 0;
        if (!installed) {
            System.out.println("SKIPPED: no python3-avro and python3-confluent-kafka here, so no foreign client");
        }
        Assumptions.assumeTrue(installed, "python3-avro and python3-confluent-kafka are not installed");
    }

    /** Publishes a valid event with that id, and garbage. */
    static void publish(Path folder, String bootstrap, String registry, String supplier, String cluster, String eventId)
            throws IOException, InterruptedException {
        Path program = folder.resolve("publish.py");
        try (InputStream in = Objects.requireNonNull(ForeignClient.class.getResourceAsStream("/foreign/publish.py"))) {
            Files.copy(in, program, StandardCopyOption.REPLACE_EXISTING);
        }
        Run run = run(List.of(PYTHON, program.toString(), bootstrap, registry, supplier, cluster, eventId));
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private record Run(int exitCode, String output) {}

    private static Run run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).as(output).isTrue();
        return new Run(process.exitValue(), output);
    }
}
