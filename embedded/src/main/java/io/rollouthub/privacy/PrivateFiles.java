package io.rollouthub.privacy;

import io.rollouthub.failure.FileFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The same as {@link OwnersOnly} does, where a failure is one for people. */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** The folder, made if there is none; nobody else may look into it from now on. */
    public static Path folder(Path folder) {
        try {
            OwnersOnly.folder(folder);
            return folder;
        } catch (IOException e) {
            throw FileFailure.of(folder + " cannot be made", e);
        }
    }

    /** Writes a text, in the place of what was there; at no moment can others read it. */
    public static void write(Path file, String text) {
        try {
            OwnersOnly.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw FileFailure.of(file + " cannot be written", e);
        }
    }

    /** What stands in a file, without the end of its line; null if there is none. */
    public static @Nullable String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : null;
        } catch (IOException e) {
            throw FileFailure.of(file + " cannot be read", e);
        }
    }
}
