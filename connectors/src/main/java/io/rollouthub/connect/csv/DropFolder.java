package io.rollouthub.connect.csv;

import io.rollouthub.connect.csv.CsvTable.Reject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The folder into which a supplier drops files, oldest first. Files whose names begin with a dot or do not end with
 * {@code .csv} are none of its business: a file is written under such a name and renamed when it is whole. A link is put away
 * as it is, as it may lead to what the worker may read and the supplier may not.
 */
record DropFolder(Path folder) {
    /** Larger files are refused, as one is read whole. */
    static final long MAX_BYTES = 64L << 20;

    private static final String DONE = "done";

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\x{2028}\\x{2029}]");

    /** A file as found, whole: its time in whole ms, and why nothing of it is read, in which case there are no bytes. */
    record DroppedFile(
            Path path,
            Instant modified,
            byte[] bytes,
            @Nullable String refusal) {
        /** As it is shown, and called when it has been put away. */
        String name() {
            return CONTROL.matcher(fileName()).replaceAll("_");
        }

        String fileName() {
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

    private record Found(Path path, FileTime modified, long size, boolean link) {
        String name() {
            return path.getFileName().toString();
        }

        @Nullable
        String refusal() {
            if (link) {
                return "the file is a link, which is not followed";
            }
            if (CONTROL.matcher(name()).find()) {
                return "the file's name has characters in it that cannot be seen; give it another";
            }
            return size > MAX_BYTES ? "the file is larger than " + (MAX_BYTES >> 20) + " MiB; split it" : null;
        }
    }

    /** The next file to read; empty if there is none. */
    Optional<DroppedFile> next() throws IOException {
        try (OpenedFolder opened = OpenedFolder.of(folder)) {
            for (Found found : files(opened)) {
                Optional<DroppedFile> whole = read(opened, found);
                if (whole.isPresent()) {
                    return whole;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<DroppedFile> read(OpenedFolder opened, Found found) throws IOException {
        try {
            String refusal = found.refusal();
            byte[] bytes = refusal == null ? opened.read(found.name(), (int) MAX_BYTES) : new byte[0];
            if (found(opened, found.path()).equals(found)) {
                Instant modified = found.modified().toInstant().truncatedTo(ChronoUnit.MILLIS);
                return Optional.of(new DroppedFile(found.path(), modified, bytes, refusal));
            } // else it was not whole after all, and is left for later
        } catch (IOException e) {
            if (!hasChanged(opened, found)) {
                throw e;
            } // else somebody has taken it away again, or put a link in its place, which the next look tells
        }
        return Optional.empty();
    }

    private static boolean hasChanged(OpenedFolder opened, Found found) throws IOException {
        try {
            return !found(opened, found.path()).equals(found);
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    /** Puts a file away, what was refused of it first, so that whoever finds it there finds everything. */
    void finish(DroppedFile file, List<Reject> rejects) throws IOException {
        try (OpenedFolder opened = OpenedFolder.of(folder);
                OpenedFolder done = opened.inside(DONE)) {
            String target = file.name();
            if (done.has(target)) {
                String hash = "." + file.contentHash().substring(0, 8);
                target = new StringBuilder(target)
                        .insert(target.lastIndexOf('.'), hash)
                        .toString();
            }
            if (!rejects.isEmpty()) {
                String unfinished = "." + target + ".rejects.csv.part";
                done.write(unfinished, text(rejects));
                done.move(unfinished, done, target + ".rejects.csv");
            }
            opened.move(file.fileName(), done, target);
        }
    }

    private static byte[] text(List<Reject> rejects) throws IOException {
        StringBuilder text = new StringBuilder();
        CSVFormat format =
                CSVFormat.RFC4180.builder().setHeader("line", "reason", "row").get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (Reject reject : rejects) {
                printer.printRecord(reject.line(), reject.reason(), reject.row());
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Found> files(OpenedFolder opened) {
        return opened.entries().stream()
                .filter(DropFolder::isNamedAsWhole)
                .flatMap(path -> {
                    try {
                        return Stream.of(found(opened, path));
                    } catch (IOException e) {
                        return Stream.empty(); // it has gone since
                    }
                })
                .filter(found -> found.size() >= 0)
                .sorted(Comparator.comparing(Found::modified).thenComparing(Found::path))
                .toList();
    }

    private static boolean isNamedAsWhole(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /** With a size below zero if it is neither a file nor a link. */
    private static Found found(OpenedFolder opened, Path path) throws IOException {
        BasicFileAttributes attributes = opened.attributes(path.getFileName().toString());
        boolean readable = attributes.isRegularFile() || attributes.isSymbolicLink();
        return new Found(
                path, attributes.lastModifiedTime(), readable ? attributes.size() : -1, attributes.isSymbolicLink());
    }
}
