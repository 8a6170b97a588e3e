package io.rollouthub.connect.csv;

import io.rollouthub.yamlfile.YamlFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with files, and all that a worker would keep of what has been sent of them. */
final class Dropped {
    private final Path folder;
    private final Path mapping;
    private final InstantSource clock;
    private final Map<Map<String, String>, Map<String, String>> written = new HashMap<>();
    private final List<Outgoing> sent = new ArrayList<>();

    Dropped(Path dir, String mapping, Instant now) throws IOException {
        this.folder = Files.createDirectory(dir.resolve("in"));
        this.mapping = Files.writeString(dir.resolve("mapping.yaml"), mapping);
        this.clock = InstantSource.fixed(now);
    }

    /** A file, last changed then. */
    Path drop(String name, Instant modified, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve(name), String.join("\r\n", lines) + "\r\n");
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    /** A source as it is after each start. */
    CsvFeed feed(int batchRows) {
        try {
            return new CsvFeed(new DropFolder(folder), Mapping.read(mapping, null, clock), this::progress, batchRows);
        } catch (YamlFileException e) {
            throw new AssertionError(e);
        }
    }

    /** One transaction; what was sent in it. */
    List<Outgoing> step(CsvFeed feed) {
        try {
            List<Outgoing> outgoing = feed.next();
            for (Outgoing one : outgoing) {
                written.put(one.partition(), one.offset());
                sent.add(one);
                feed.arrived();
            }
            return outgoing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of what is sent next; it arrives, and all else is lost with its sender. */
    List<Outgoing> beginning(CsvFeed feed, int arriving) {
        try {
            List<Outgoing> outgoing = feed.next().subList(0, arriving);
            outgoing.forEach(one -> written.put(one.partition(), one.offset()));
            return outgoing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows of the file that is next are history. */
    int history() {
        try {
            DropFolder.DroppedFile file = new DropFolder(folder).next().orElseThrow();
            Mapping read = Mapping.read(mapping, null, clock);
            List<CsvTable.Row> rows = CsvTable.read(
                            file.bytes(), read.layout(), read.form().columns())
                    .rows();
            RowForm.Reader reader = read.form().open(file, rows, this::progress);
            for (CsvTable.Row row : rows) {
                reader.read(row);
            }
            return reader.history();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YamlFileException | BadRowException | CsvTable.UnusableFileException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything until there is nothing more to do; what was sent. */
    List<Outgoing> all(CsvFeed feed) {
        List<Outgoing> all = new ArrayList<>();
        for (List<Outgoing> step = step(feed); !step.isEmpty(); step = step(feed)) {
            all.addAll(step);
        }
        return all;
    }

    List<Outgoing> sent() {
        return sent;
    }

    /** What stands in the folder, and below. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    private Map<Map<String, String>, Map<String, String>> progress(Collection<Map<String, String>> partitions) {
        Map<Map<String, String>, Map<String, String>> known = new HashMap<>(written);
        known.keySet().retainAll(partitions);
        return known;
    }
}
