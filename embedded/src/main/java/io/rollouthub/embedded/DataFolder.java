package io.rollouthub.embedded;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.privacy.OwnersOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The folder in which one hub at a time keeps its broker's and its registry's data; open means locked. */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "hub.lock";

    /** A file lock does not show within its own process, and is lost when any other channel to the file closes. */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Creates the folder if there is none, and locks it until {@link #close()} or the end of this process; throws if another hub
     * has it open, or it cannot be written to.
     */
    public static DataFolder open(Path folder) {
        Path root = isOurs(folder) ? created(folder) : real(folder);
        if (!OPEN_HERE.add(root)) {
            throw inUse(root, ProcessHandle.current().pid() + ", this one");
        }
        try {
            return new DataFolder(root, locked(root));
        } catch (RuntimeException e) {
            OPEN_HERE.remove(root);
            throw e;
        }
    }

    /** Whether a process has the folder open now. */
    public static boolean isOpenBy(long pid, Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try {
            if (OPEN_HERE.contains(folder.toRealPath())) {
                return pid == ProcessHandle.current().pid();
            }
            if (!Files.readString(file).strip().equals(Long.toString(pid))) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock mine = channel.tryLock()) {
                return mine == null;
            }
        } catch (IOException e) {
            throw FileFailure.of(file + " cannot be read", e);
        }
    }

    /** The folder itself, as an absolute path. */
    public Path root() {
        return root;
    }

    /** A folder inside, created if there is none. */
    public Path folder(String name) {
        return created(root.resolve(name));
    }

    /** Lets another hub open the folder; what is in it stays. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("could not unlock " + root, e);
        } finally {
            OPEN_HERE.remove(root);
        }
    }

    /** Of a folder with other things in it the rights are its owner's affair; those of the hub's own folders inside are not. */
    private static boolean isOurs(Path folder) {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve(LOCK))) {
            return true;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /** A folder that nobody else may look into, as it is there or made now. */
    private static Path created(Path folder) {
        try {
            OwnersOnly.folder(folder);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw notWritable(folder, e);
            } // else it is somebody else's, who lets us in
        }
        return real(folder);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    private static FileChannel locked(Path root) {
        Path file = root.resolve(LOCK);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                String owner = Files.readString(file).strip();
                channel.close();
                throw inUse(root, owner);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException e) {
            throw notWritable(root, e);
        }
    }

    private static EmbeddedStartException inUse(Path root, String owner) {
        return new EmbeddedStartException(
                "The data folder " + root + " is in use by another hub (process " + owner + ")",
                "Stop that hub, or give this one a folder of its own.");
    }

    private static EmbeddedStartException notWritable(Path folder, IOException cause) {
        String why = Files.exists(folder) && !Files.isDirectory(folder)
                ? "it is a file, not a folder"
                : cause.getClass().getSimpleName() + " at " + cause.getMessage();
        return new EmbeddedStartException(
                "The data folder " + folder.toAbsolutePath() + " cannot be used: " + why,
                "Give a folder that this user may create files in.",
                cause);
    }
}
