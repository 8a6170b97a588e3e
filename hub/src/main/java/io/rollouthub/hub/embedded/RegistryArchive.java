package io.rollouthub.hub.embedded;

import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.registry.SchemaRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The classes of the registry's program, ready for the JVM to map: its start then takes half the processor time.
 *
 * <p>The build makes the archive by starting the registry once. A JVM that cannot use it goes on without.
 */
final class RegistryArchive {
    private static final String NAME = "registry.jsa";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration POLL = Duration.ofMillis(100);

    private RegistryArchive() {}

    /** JVM options that use the archive beside this jar, if there is one. */
    static List<String> options(Path runnerJar) {
        Path archive = runnerJar.resolveSibling(NAME);
        return Files.isRegularFile(archive)
                ? List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive.toAbsolutePath())
                : List.of();
    }

    /**
     * Makes the archive unless it is there: {@code RegistryArchive <folder of the runner jar>}. Without one all works as
     * well, so that a failure is told and no more.
     */
    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        try {
            Path jar = RegistryProgram.jarIn(folder);
            if (Files.notExists(folder.resolve(NAME))) {
                make(jar, folder);
            }
        } catch (IOException | EmbeddedStartException | RegistryUnavailableException e) {
            System.err.println("The registry will start more slowly, as its classes could not be archived: " + e);
        }
    }

    private static void make(Path jar, Path folder) throws IOException, InterruptedException {
        Path draft = folder.resolve(NAME + ".draft");
        Path log = Files.createTempFile("registry", ".log");
        int port = Loopback.freeFrom(18_081);
        List<String> command = new ArrayList<>(List.of(ChildJvm.JAVA.toString()));
        command.addAll(StartingRegistry.options(Loopback.address(port)));
        command.addAll(List.of("-XX:ArchiveClassesAtExit=" + draft, "-cp", jar.toString(), StartingRegistry.MAIN));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            use(process, port);
            process.destroy(); // a good end, at which the archive is written
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && Files.exists(draft)) {
                Files.move(draft, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            process.destroyForcibly().waitFor();
            Files.deleteIfExists(draft);
            Files.deleteIfExists(log);
        }
    }

    /** What the registry does at every start is done once here, so that its classes are among those kept. */
    private static void use(Process process, int port) throws InterruptedException {
        long start = System.nanoTime();
        while (!listens(port) && process.isAlive() && System.nanoTime() - start < PATIENCE.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        String api = "http://" + Loopback.HOST + ":" + port + StartingRegistry.CONFLUENT_API;
        try (SchemaRegistry registry = SchemaRegistry.at(api, Map.of())) {
            registry.requireCompatibility(null, "BACKWARD_TRANSITIVE");
            registry.register("archive", "\"string\"");
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(Loopback.HOST, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
