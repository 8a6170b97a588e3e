package io.rollouthub.hub.cli;

import io.rollouthub.failure.FileFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a new password goes: a file that only its owner reads, or standard output, once. */
final class PasswordOutlet {
    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A new file for the password, which its owner alone may read. Default: it is printed.")
    private @Nullable Path file;

    /** Hands it over and sets it: the file first, so that no password is in force that nobody has. */
    void hand(String password, PrintWriter out, Runnable set) {
        if (file == null) {
            set.run();
            out.println("password: " + password);
            return;
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password + "\n");
        } catch (IOException e) {
            throw FileFailure.of(file + " cannot be made for the password", e);
        }
        set.run();
    }
}
