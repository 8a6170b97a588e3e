package io.rollouthub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A file with the classes of a program, ready for the JVM to map instead of reading and checking them at each start. The build
 * makes it of a program that has run once; a JVM that cannot use it goes on without.
 */
public record ClassArchive(Path file) {
    /** How long a program may take for each thing that is asked of it here. */
    public static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final Duration POLL = Duration.ofMillis(100);

    /** Does with the program once what is to be fast, until it may end; what it prints is in the file. */
    public interface Use {
        void of(Process program, Path printed) throws IOException, InterruptedException;
    }

    /** What is looked for until it is so. */
    public interface Sign {
        boolean isThere() throws IOException;
    }

    /** Waits until a program shows a sign. IOException: it ended before, or takes longer than {@link #PATIENCE}. */
    public static void await(Process program, Sign sign) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!sign.isThere()) {
            if (!program.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException("the program did not get ready");
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    /** JVM options that use it; none as long as it is not there. */
    public List<String> options() {
        return Files.isRegularFile(file)
                ? List.of(
                        "-Xshare:auto",
                        "-XX:SharedArchiveFile=" + file.toAbsolutePath(),
                        // A JVM that cannot use it is no news to whoever reads what the program prints.
                        "-Xlog:cds=off",
                        "-Xlog:cds+dynamic=off")
                : List.of();
    }

    /** Makes it of a JVM with these options. IOException: it did not come about; with what the program printed. */
    public void make(List<String> options, Use use) throws IOException, InterruptedException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Path log = Files.createTempFile("archive", ".log");
        List<String> command = new ArrayList<>(
                List.of(ChildJvm.JAVA.toString(), ChildJvm.ENDS_WITHOUT_MEMORY, "-XX:ArchiveClassesAtExit=" + draft));
        command.addAll(options);
        Process program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            use.of(program, log);
            program.destroy(); // a good end, at which the archive is written
            if (!program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || Files.notExists(draft)) {
                throw new IOException("the program wrote none");
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; it printed: " + Files.readString(log), e);
        } finally {
            program.destroyForcibly().waitFor();
            Files.deleteIfExists(draft);
            Files.deleteIfExists(log);
        }
    }
}
