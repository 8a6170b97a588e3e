package io.rollouthub.connect.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A folder that others write to, in which no symbolic link is followed, whenever it was put there: files are named from the opened
 * folder on, not by a path that leads elsewhere a moment later.
 */
final class OpenedFolder implements Closeable {
    private final Path folder;
    private final SecureDirectoryStream<Path> stream;

    private OpenedFolder(Path folder, DirectoryStream<Path> stream) throws IOException {
        if (!(stream instanceof SecureDirectoryStream<Path> secure)) {
            stream.close();
            throw new FileSystemException(
                    folder.toString(), null, "this system cannot open files without following links, as Linux can");
        }
        this.folder = folder;
        this.stream = secure;
    }

    /** Opens it. */
    static OpenedFolder of(Path folder) throws IOException {
        return new OpenedFolder(folder, Files.newDirectoryStream(folder));
    }

    /** Opens one in it, made if there is none. */
    OpenedFolder inside(String name) throws IOException {
        Path inner = folder.resolve(name);
        try {
            Files.createDirectory(inner);
        } catch (FileAlreadyExistsException e) {
            if (!attributes(name).isDirectory()) {
                throw new FileSystemException(
                        inner.toString(), null, "this is no folder but a file or a link, and is not followed");
            }
        }
        return new OpenedFolder(inner, stream.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS));
    }

    /** What is in it; to be asked once. */
    List<Path> entries() {
        List<Path> entries = new ArrayList<>();
        stream.forEach(entries::add);
        return entries;
    }

    /** Of a link its own. */
    BasicFileAttributes attributes(String name) throws IOException {
        return stream.getFileAttributeView(Path.of(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    boolean has(String name) throws IOException {
        try {
            attributes(name);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** A file's bytes, or one more than the most if it has more. */
    byte[] read(String name, int most) throws IOException {
        try (SeekableByteChannel channel =
                stream.newByteChannel(Path.of(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            return Channels.newInputStream(channel).readNBytes(most + 1);
        }
    }

    /** Makes a file, in the place of what has that name. */
    void write(String name, byte[] content) throws IOException {
        if (has(name)) {
            stream.deleteFile(Path.of(name)); // a link itself, not what it leads to
        }
        try (SeekableByteChannel channel = stream.newByteChannel(
                Path.of(name),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }
    }

    /** Gives a file, or a link itself, another place and name, also one that something has. */
    void move(String name, OpenedFolder to, String newName) throws IOException {
        stream.move(Path.of(name), to.stream, Path.of(newName));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
