package io.rollouthub.hub.replay;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.jsonl.EventLines;
import io.rollouthub.jsonl.IsoTime;
import io.rollouthub.model.Mood;
import io.rollouthub.model.Programmes;
import io.rollouthub.model.RandomProgramme;
import io.rollouthub.model.Size;
import io.rollouthub.programme.Programme;
import io.rollouthub.report.ReportedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Writes a random programme as the two files that {@code rollout replay} reads. */
public final class RandomFiles {
    private RandomFiles() {}

    /**
     * Writes the files of a seed: {@code RandomFiles <seed> <events> <folder>}.
     *
     * <p>Class path: the test classes of this module and of streams-app, and the application's jars.
     */
    public static void main(String[] args) throws IOException {
        int events = Integer.parseInt(args[1]);
        Size size = new Size(12, 4, 40, 2, 3, 4, 3, events * 21 / 20); // some entries are ticks
        Path folder = Files.createDirectories(Path.of(args[2]));
        System.out.println(write(Programmes.random(Long.parseLong(args[0]), Mood.FLOOD, size), folder));
    }

    /**
     * Writes {@code programme.yaml} and {@code events.jsonl}; ticks and later programmes are left out. Some events are
     * accepted before one above them, as on a broker whose clock was set back.
     */
    static Path write(RandomProgramme random, Path folder) throws IOException {
        return write(random.programme(), random.entries(), folder);
    }

    /** As {@link #write}, with the events in order of acceptedAt. */
    static Path writeInOrder(RandomProgramme random, Path folder) throws IOException {
        List<JournalEntry> entries = new ArrayList<>(random.entries());
        entries.sort(Comparator.comparing(JournalEntry::getAcceptedAt));
        return write(random.programme(), entries, folder);
    }

    private static Path write(Programme programme, List<JournalEntry> entries, Path folder) throws IOException {
        Files.writeString(folder.resolve("programme.yaml"), yaml(programme));
        List<String> lines = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (entry.getEntry() instanceof SpecificRecord event && ReportedEvent.isOne(event)) {
                String line = EventLines.write(event);
                lines.add(line.substring(0, line.length() - 1) + ",\"acceptedAt\":\""
                        + IsoTime.print(entry.getAcceptedAt()) + "\"}");
            }
        }
        return Files.write(folder.resolve("events.jsonl"), lines);
    }

    private static String yaml(Programme programme) {
        String clusters = programme.getClusters().stream()
                .map(cluster -> "  '" + cluster.getCluster() + "': '" + cluster.getName() + "'\n")
                .collect(Collectors.joining());
        String suppliers = programme.getSuppliers().stream()
                .map(supplier -> "  '" + supplier.getSupplier() + "': { name: '" + supplier.getName() + "', clusters: ["
                        + supplier.getClusters().stream()
                                .map(cluster -> "'" + cluster + "'")
                                .collect(Collectors.joining(", "))
                        + "] }\n")
                .collect(Collectors.joining());
        return "programme: '" + programme.getProgramme() + "'\nname: '" + programme.getName() + "'\nzone: '"
                + programme.getZone() + "'\nclusters:\n" + clusters + "suppliers:\n" + suppliers
                + "thresholds:\n  at-risk-below: "
                + programme.getThresholds().getAtRiskBelow()
                + (programme.getThresholds().getAtRiskClear() == null
                        ? ""
                        : "\n  at-risk-clear: " + programme.getThresholds().getAtRiskClear())
                + "\n  slip-days: "
                + programme.getThresholds().getSlipDays() + "\n  slip-count: "
                + programme.getThresholds().getSlipCount() + "\n  silent-after-days: "
                + programme.getThresholds().getSilentAfterDays() + "\n";
    }
}
