package io.rollouthub.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The schema registry's program that the build has unpacked: where it is, and how it is started. */
public final class RegistryProgram {
    static final String MAIN = "io.quarkus.runner.GeneratedMain";

    private static final List<String> OPTIONS = List.of(
            "-Xms32m",
            "-Xmx192m",
            "-Xmn16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dquarkus.http.access-log.enabled=false",
            "-Dquarkus.banner.enabled=false",
            // No cache folder, which a killed child would leave behind.
            "-Dquarkus.vertx.caching=false",
            "-Dquarkus.vertx.classpath-resolving=false",
            // Says "Listening on", with the port it got.
            "-Dquarkus.log.category.\"io.quarkus\".level=INFO");

    private RegistryProgram() {}

    /** The jar to give to {@link EmbeddedRegistry}. EmbeddedStartException: nobody has said where it is. */
    public static Path jar() {
        return jarIn(ChildJvm.shipped("embedded schema registry", "registry"));
    }

    /** The jar in the folder that the build has unpacked it into. */
    static Path jarIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> notBuilt(folder));
        } catch (IOException e) {
            throw notBuilt(folder);
        }
    }

    /** The program, and beside it the libraries that the build has put in the place of its own, older ones. */
    static List<Path> classPath(Path runnerJar) {
        return List.of(runnerJar, runnerJar.resolveSibling("raised"));
    }

    /** The archive of its classes, beside it; perhaps not made yet. */
    static ClassArchive archive(Path runnerJar) {
        return new ClassArchive(runnerJar.resolveSibling("registry.jsa"));
    }

    /** Options of its JVM and its own, to listen there. */
    static List<String> options(InetSocketAddress at) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("-Dquarkus.http.host=" + at.getAddress().getHostAddress());
        options.add("-Dquarkus.http.port=" + at.getPort());
        return options;
    }

    /** The address of Confluent's API. Wherever else it listens, from here it is reached so. */
    public static String url(int port) {
        return "http://" + Loopback.HOST + ":" + port + "/apis/ccompat/v7";
    }

    private static EmbeddedStartException notBuilt(Path folder) {
        return new EmbeddedStartException(
                "The embedded schema registry is not in " + folder, "Build it with 'mvn package'.");
    }
}
