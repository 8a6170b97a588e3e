package io.rollouthub.hub.cli;

import io.rollouthub.entry.Entry;
import io.rollouthub.entry.EntryReader.Skipped;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.journal.JournalExport;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Reads the whole journal as every reader must, and tells what is passed over. */
@Command(
        name = "verify",
        description = {
            "Read the whole journal: whether it is all there and its partitions agree, and what of it is passed over.",
            "Exit code 1 if it is not whole, or somewhere cannot be read."
        },
        footer = "  rollout journal verify --data d")
final class JournalVerifyCommand extends LookCommand {
    @Override
    int look(HubReader reader) {
        List<Skipped> skipped = new ArrayList<>();
        long[] reports = {0};
        long[] ticks = {0};
        long count;
        try (ProgressLine progress = new ProgressLine(err())) {
            long[] read = {0};
            count = new JournalExport(reader.connection(), skipped::add).read(entry -> {
                Entry what = Entry.of(entry);
                reports[0] += what.report() == null ? 0 : 1;
                ticks[0] += what.isTick() ? 1 : 0;
                progress.count(++read[0], "entries read");
            });
        }
        say("The journal is whole: " + count + " entries (reports " + reports[0] + ", ticks " + ticks[0]
                + ", programmes " + (count - reports[0] - ticks[0]) + ").");
        say("Passed over: " + (skipped.isEmpty() ? "nothing." : skipped.size() + " records."));
        skipped.forEach(one -> say("  " + one.line()));
        return 0;
    }
}
