package io.rollouthub.bench.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder on a disk of its own, in memory, that can be filled; only where this process may mount one. */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 1 << 16;

    private final Path folder;
    private final Thread unmount;

    private SmallDisk(Path folder) {
        this.folder = folder;
        unmount = new Thread(this::unmount, "unmount");
        Runtime.getRuntime().addShutdownHook(unmount);
    }

    /** Puts one in the place of an empty folder; nothing if that is not allowed here. */
    static Optional<SmallDisk> mount(Path folder, int mebibytes) {
        return run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString())
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Leaves no room. */
    void fill() {
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (folder.toFile().getUsableSpace() > 0) {
                out.write(new byte[BLOCK]);
            }
        } catch (IOException e) {
            // it is full
        }
    }

    /** Makes room. */
    void clear() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return folder.resolve("nothing-of-worth");
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(unmount);
        unmount();
    }

    private void unmount() {
        run("umount", "-l", folder.toString());
    }
}
