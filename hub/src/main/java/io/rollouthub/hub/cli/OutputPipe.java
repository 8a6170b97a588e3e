package io.rollouthub.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Notices that whoever read standard output through a pipe, such as {@code head}, has gone, without writing anything.
 *
 * <p>Java cannot ask a pipe, but GNU's {@code tail} does while it follows a file: it ends by SIGPIPE then. So one follows
 * a file that never grows, on the same pipe, for as long as this process lives. Where there is none, only a failed write
 * tells.
 */
final class OutputPipe implements AutoCloseable {
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
    private static final int ENDED_BY_SIGPIPE = 128 + 13;

    private final @Nullable Process tail;

    OutputPipe() {
        tail = isPipe() ? start() : null;
    }

    private static boolean isPipe() {
        try {
            return Files.readSymbolicLink(STANDARD_OUTPUT).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException e) {
            return false; // no Linux
        }
    }

    private static @Nullable Process start() {
        try {
            return new ProcessBuilder("tail", "--pid=" + ProcessHandle.current().pid(), "-f", "/dev/null")
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return null; // no such program
        }
    }

    /** Whether nobody reads any more; false as long as that is not sure. */
    boolean isAbandoned() {
        return tail != null && !tail.isAlive() && tail.exitValue() == ENDED_BY_SIGPIPE;
    }

    @Override
    public void close() {
        if (tail != null) {
            tail.destroy();
        }
    }
}
