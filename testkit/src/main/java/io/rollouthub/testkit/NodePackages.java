package io.rollouthub.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A program in Node with the packages that it names, as npm brings them, in a folder below target. */
public final class NodePackages {
    private static final Path BELOW = Path.of("target", "node");
    private static final String NAMES = "package.json";

    private NodePackages() {}

    /** The folder with a copy of a program and its packages, kept for the next time; without npm the test is skipped. */
    public static Path installed(Path program) {
        Program.NODE.need();
        Program.NPM.need();
        Path folder = BELOW.resolve(program.getFileName());
        try {
            Files.createDirectories(folder);
            Path names = folder.resolve(NAMES);
            boolean sameAsBefore = Files.isDirectory(folder.resolve("node_modules"))
                    && Files.exists(names)
                    && Files.mismatch(names, program.resolve(NAMES)) < 0;
            copy(program, folder);
            if (!sameAsBefore) {
                install(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static void copy(Path program, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(program)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void install(Path folder) throws IOException {
        Command.Ended npm = Command.of(
                        "npm",
                        "install",
                        "--fetch-timeout=30000",
                        "--no-package-lock",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts")
                .in(folder)
                .run();
        if (!npm.succeeded()) {
            Files.delete(folder.resolve(NAMES)); // so that the next time tries again
            Absence.skip("npm could not install what " + folder + " needs: " + npm.lastLine());
        }
    }
}
