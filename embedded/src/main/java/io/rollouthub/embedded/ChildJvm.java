package io.rollouthub.embedded;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.program.JavaProgram;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a child JVM is started with.
 *
 * @param name what it is, for messages and its log file
 * @param classPath jars and folders of jars; the first holds the main class, or names the jars that do
 * @param main the class that {@link ChildMain} runs, then its arguments
 * @param environment on top of what every JVM needs of this process's: secrets, and settings for the same software elsewhere on
 *     this machine, are not meant for it
 */
public record ChildJvm(
        String name, List<Path> classPath, List<String> main, List<String> options, Map<String, String> environment) {
    /** The application folder, set by the start script. */
    private static final String HOME = "rollout.home";

    /** Variables that say where programs, home and temporary files are, in which language and zone, and how JVMs run. */
    private static final Pattern INHERITED = Pattern.compile(
            "PATH|HOME|USER|LOGNAME|SHELL|TMPDIR|TZ|LANG|LANGUAGE|LC_[A-Z]+"
                    + "|LD_LIBRARY_PATH|JAVA_HOME|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|MALLOC_ARENA_MAX|KRB5_CONFIG|KRB5CCNAME");

    /**
     * For every JVM that is started, here and by scripts: one that has run out of memory would go on without the threads that
     * met it, and answer as if it were well. What has ended is seen, and started again.
     */
    static final String ENDS_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";

    static final Path JAVA = JavaProgram.of("java");

    /**
     * Starts it in its working directory, which is there and takes its temporary files and its log, appended to what is there;
     * {@link EmbeddedStartException}: it cannot be started.
     */
    public ChildProcess start(Path dir) {
        Path program = classPath.get(0);
        if (!Files.exists(program)) {
            throw new EmbeddedStartException("The " + name + " is not at " + program, "Build it with 'mvn package'.");
        }
        Path log = dir.resolve(name.replace(' ', '-') + ".log").toAbsolutePath();
        try {
            Path tmp = Files.createDirectories(dir.resolve("tmp").toAbsolutePath());
            ProcessBuilder builder =
                    new ProcessBuilder(command(tmp)).directory(dir.toFile()).redirectErrorStream(true);
            builder.environment()
                    .keySet()
                    .removeIf(key -> !INHERITED.matcher(key).matches());
            builder.environment().putAll(environment);
            Process process = builder.start();
            return new ChildProcess(name, process, ChildLog.of(log, process.getInputStream()));
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    "The " + name + " cannot start in " + dir.toAbsolutePath() + ": " + FileFailure.reason(e),
                    "Mend that, or give another folder.",
                    e);
        }
    }

    private List<String> command(Path tmp) {
        List<String> command =
                new ArrayList<>(List.of(JAVA.toString(), ENDS_WITHOUT_MEMORY, "-Djava.io.tmpdir=" + tmp));
        command.addAll(options);
        // The program comes first: an archive of its classes holds for class paths that begin as its own did.
        command.addAll(List.of("-cp", joined(classPath) + File.pathSeparator + ourClasses()));
        command.add(ChildMain.class.getName());
        command.addAll(main);
        return command;
    }

    /**
     * A folder of this application; EmbeddedStartException: it was started in a way that does not say where what is in it is.
     */
    static Path shipped(String what, String folder) {
        String home = System.getProperty(HOME);
        if (home == null) {
            throw new EmbeddedStartException(
                    "No " + what + " without the system property " + HOME, "Start the hub with the script 'rollout'.");
        }
        return Path.of(home, folder);
    }

    /** A class path as the JVM takes it. */
    static String joined(List<Path> classPath) {
        return classPath.stream()
                .map(Path::toAbsolutePath)
                .map(path -> (Files.isDirectory(path) ? path.resolve("*") : path).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path ourClasses() {
        URL jar = ChildMain.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(jar.toString()));
    }
}
