package io.rollouthub.failure;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Tells in words what Java says of a file by the name of an exception. */
public final class FileFailure {
    private FileFailure() {}

    /** A file or folder that cannot be used; {@code what} says so, such as {@code events.jsonl cannot be read}. */
    public static RolloutException of(String what, IOException e) {
        return new RolloutException(what + ": " + reason(e), remedy(e), e);
    }

    /** As above, of the file that the exception names. */
    public static RolloutException of(IOException e) {
        return e instanceof FileSystemException file && file.getFile() != null
                ? of(file.getFile() + " cannot be used", e)
                : new RolloutException("A file or a connection cannot be used: " + reason(e), remedy(e), e);
    }

    /** Why it cannot be used, a clause. */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "this user may not";
        }
        if (e instanceof NotDirectoryException) {
            return "it is no folder";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "it is a file already";
        }
        if (e instanceof CharacterCodingException) {
            return "it is no text in UTF-8";
        }
        String message = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return message == null ? "Java says no more than " + e.getClass().getSimpleName() : message;
    }

    private static String remedy(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "Look at its name.";
        }
        return e instanceof AccessDeniedException
                ? "Give this user the right to it, or name another."
                : "Mend that, or name another.";
    }
}
