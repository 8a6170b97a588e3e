package io.rollouthub.connect.csv;

import io.rollouthub.connect.csv.CsvTable.Reject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The folder into which a supplier drops files, oldest first. Files whose names begin with a dot or do not end with
 * {@code .csv} are none of its business: a file is written under such a name and renamed when it is whole.
 */
record DropFolder(Path folder) {
    /** Larger files are refused, as one is read whole. */
    static final long MAX_BYTES = 64L << 20;

    private static final String DONE = "done";

    /** A file as found, whole: its time in whole ms, without bytes if above {@link DropFolder#MAX_BYTES} in size. */
    record DroppedFile(Path path, Instant modified, long size, byte[] bytes) {
        String name() {
            return path.getFileName().toString();
        }

        /** What it is, whoever drops it again under whatever name: the SHA-256 of its bytes. */
        String contentHash() {
            return DigestUtils.sha256Hex(bytes);
        }

        /** Under what Connect keeps how far it was read. */
        Map<String, String> partition() {
            return Outgoing.partition("file", name(), "sha256", contentHash());
        }
    }

    private record Found(Path path, FileTime modified, long size) {}

    /** The next file to read; empty if there is none. */
    Optional<DroppedFile> next() throws IOException {
        for (Found found : files()) {
            try {
                byte[] bytes = found.size() > MAX_BYTES ? new byte[0] : Files.readAllBytes(found.path());
                if (attributes(found.path()).equals(found)) {
                    Instant modified = found.modified().toInstant().truncatedTo(ChronoUnit.MILLIS);
                    return Optional.of(new DroppedFile(found.path(), modified, found.size(), bytes));
                } // else it was not whole after all, and is left for later
            } catch (NoSuchFileException e) {
                // Somebody has taken it away again.
            }
        }
        return Optional.empty();
    }

    /** Puts a file away, what was refused of it first, so that whoever finds it there finds everything. */
    void finish(DroppedFile file, List<Reject> rejects) throws IOException {
        Path done = Files.createDirectories(folder.resolve(DONE));
        Path target = done.resolve(file.name());
        if (Files.exists(target)) {
            int dot = file.name().lastIndexOf('.');
            String hash = "." + file.contentHash().substring(0, 8);
            target = done.resolve(
                    new StringBuilder(file.name()).insert(dot, hash).toString());
        }
        if (!rejects.isEmpty()) {
            writeRejects(target.resolveSibling(target.getFileName() + ".rejects.csv"), rejects);
        }
        Files.move(file.path(), target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeRejects(Path file, List<Reject> rejects) throws IOException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
        CSVFormat format =
                CSVFormat.RFC4180.builder().setHeader("line", "reason", "row").get();
        try (BufferedWriter out = Files.newBufferedWriter(unfinished);
                CSVPrinter printer = new CSVPrinter(out, format)) {
            for (Reject reject : rejects) {
                printer.printRecord(reject.line(), reject.reason(), reject.row());
            }
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Found> files() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(DropFolder::isWhole)
                    .flatMap(path -> {
                        try {
                            return Stream.of(attributes(path));
                        } catch (IOException e) {
                            return Stream.empty(); // it has gone since
                        }
                    })
                    .sorted(Comparator.comparing(Found::modified).thenComparing(Found::path))
                    .toList();
        }
    }

    private static boolean isWhole(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(".csv") && Files.isRegularFile(path);
    }

    private static Found attributes(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new Found(path, attributes.lastModifiedTime(), attributes.size());
    }
}
