package io.rollouthub.hub.journal;

import io.rollouthub.check.ThresholdRanges;
import io.rollouthub.entry.Entry;
import io.rollouthub.failure.FileFailure;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.journal.Origin;
import io.rollouthub.jsonl.LineError;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.reader.journal.ReplayLine;
import io.rollouthub.reader.journal.ReplayLines;
import io.rollouthub.topic.SupplierTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exported journal: entries that have been judged, each at its place. */
public record JournalFile(Path path) {
    private static final String WRITTEN_BY_EXPORT = "'rollout journal export' writes such files.";

    /**
     * The journal that is to be replayed: a file whose first line says that it is one.
     *
     * @return null if none of the files is
     * @throws RolloutException if one is and is not alone: its entries have their places, others' have none among them
     */
    public static @Nullable JournalFile among(List<Path> files) {
        for (Path file : files) {
            if (saysSo(file)) {
                if (files.size() > 1) {
                    throw new RolloutException(
                            file
                                    + " is an exported journal, whose entries have their places already; it cannot be mixed"
                                    + " with other files",
                            "Replay it alone; or take its first line away, and the gate judges its reports anew.");
                }
                return new JournalFile(file);
            }
        }
        return null;
    }

    private static boolean saysSo(Path file) {
        try {
            return ReplayLines.isJournal(file);
        } catch (IOException e) {
            throw FileFailure.of(file + " cannot be read", e);
        }
    }

    /**
     * Hands over the entries with the numbers of their lines.
     *
     * @throws RolloutException at the first line that holds none
     */
    public void forEach(ObjLongConsumer<Entry> sink) {
        try (Stream<ReplayLine> lines = ReplayLines.read(path, JournalFile::refuse)) {
            lines.filter(line -> !(line instanceof ReplayLine.JournalLine))
                    .forEach(line -> sink.accept(entry(line), line.lineNumber()));
        } catch (IOException e) {
            throw FileFailure.of(path + " cannot be read", e);
        }
    }

    /** The entries. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        forEach((entry, line) -> entries.add(entry));
        return entries;
    }

    /**
     * The programme that is in force behind the last entry. Reads it all, so that a mistake on the last line is found before
     * the first is written.
     *
     * @throws RolloutException if the first entry is no programme, or one that would be passed over
     */
    public Programme programme() {
        List<Programme> valid = new ArrayList<>();
        forEach((entry, line) -> {
            Programme programme = entry.programme();
            if (programme == null || !ThresholdRanges.isValid(programme)) {
                requireBegun(valid, line, programme);
            } else if (valid.isEmpty() || valid.get(0).getZone().equals(programme.getZone())) {
                valid.add(programme);
            }
        });
        if (valid.isEmpty()) {
            throw new RolloutException(path + " is empty", WRITTEN_BY_EXPORT);
        }
        return valid.get(valid.size() - 1);
    }

    private void requireBegun(List<Programme> valid, long line, @Nullable Programme passedOver) {
        if (valid.isEmpty()) {
            throw passedOver == null
                    ? new RolloutException(
                            path + ":" + line + ": the first entry must be a Programme", WRITTEN_BY_EXPORT)
                    : new RolloutException(
                            path + ":" + line
                                    + ": the first programme would be passed over whole: its thresholds are out"
                                    + " of their ranges, or its zone is unknown",
                            "Mend the line; docs/glossary.md has the ranges.");
        }
    }

    /** The programme in force at the end, with every supplier that any of the programmes has. */
    public Programme withAllSuppliers() {
        Map<String, Supplier> suppliers = new LinkedHashMap<>();
        forEach((entry, line) -> {
            Programme programme = entry.programme();
            if (programme != null) {
                programme.getSuppliers().forEach(supplier -> suppliers.put(supplier.getSupplier(), supplier));
            }
        });
        return Programme.newBuilder(programme())
                .setSuppliers(new ArrayList<>(suppliers.values()))
                .build();
    }

    private static void refuse(LineError line) {
        throw new RolloutException(line.message(), "Mend the line, or export the journal anew.");
    }

    private Entry entry(ReplayLine line) {
        if (line instanceof ReplayLine.TickLine tick) {
            return new Entry.TickEntry(tick.acceptedAt());
        }
        if (line instanceof ReplayLine.ProgrammeLine programme) {
            return new Entry.ProgrammeEntry(programme.programme(), programme.acceptedAt());
        }
        ReplayLine.ReportLine report = (ReplayLine.ReportLine) line;
        ReplayLine.Place place = report.place();
        if (place == null || report.topic() == null || report.acceptedAt() == null) {
            throw new RolloutException(
                    path + ":" + line.lineNumber() + ": topic, partition, offset and acceptedAt are needed",
                    "'rollout journal export' writes them.");
        }
        Origin origin = new Origin(SupplierTopics.in(report.topic()), place.partition(), place.offset());
        return new Entry.ReportEntry(report.report(), report.acceptedAt(), origin);
    }
}
