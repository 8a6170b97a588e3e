package io.rollouthub.hub.cli;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.rejected.Redrive;
import io.rollouthub.jsonl.EventLines;
import io.rollouthub.jsonl.LineError;
import io.rollouthub.jsonl.LineEvent;
import io.rollouthub.producer.Verdict;
import io.rollouthub.reader.RejectedRecords;
import io.rollouthub.reader.rejected.RejectedRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends a rejected record again. */
@Command(
        name = "redrive",
        description = "Send a refused record to its supplier's topic again, as it came or corrected; tell the verdict.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  rollout rejected redrive --data d bt 0:17",
            "  rollout rejected redrive --data d bt 0:17 --event corrected.jsonl"
        })
final class RejectedRedriveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RejectedArguments place;

    @Option(names = "--event", paramLabel = "FILE", description = "The corrected event in its place, as one JSON line.")
    private @Nullable Path event;

    @Option(names = "--again", description = "Also if it has been sent again before.")
    private boolean again;

    @Mixin
    private HubAccess hub;

    @Override
    public Integer call() throws Exception {
        if (event != null) {
            Checks.readable(event);
        }
        return GracefulStop.run(this::run);
    }

    private int run() throws IOException, InterruptedException, ExecutionException {
        SpecificRecord corrected = event == null ? null : read(event);
        try (HubAccess.Opened opened = hub.openRunning(hub.settings())) {
            RejectedRecords records = new RejectedRecords(opened.connection());
            RejectedRecord rejected = place.find(records);
            if (!again && records.wasSentAgain(rejected)) {
                throw new RolloutException(
                        "This record has been sent again already.", "With --again it is sent once more.");
            }
            return tell(new Redrive(opened.connection()).send(rejected, corrected));
        }
    }

    private int tell(@Nullable Verdict verdict) {
        PrintWriter out = spec.commandLine().getOut();
        if (verdict instanceof Verdict.Refused refused) {
            out.println("refused again: " + refused.refusal().reason() + ": "
                    + refused.refusal().detail());
        } else {
            out.println(
                    verdict != null
                            ? "accepted"
                            : "sent, but there is no verdict yet; 'rollout doctor' says what the hub waits for");
        }
        out.flush();
        return verdict instanceof Verdict.Accepted ? 0 : 1;
    }

    private static SpecificRecord read(Path file) throws IOException {
        List<LineEvent> events = new ArrayList<>();
        List<LineError> bad = new ArrayList<>();
        try (Stream<LineEvent> lines = EventLines.read(file, bad::add)) {
            lines.limit(2).forEach(events::add);
        }
        if (events.size() == 1 && bad.isEmpty()) {
            return events.get(0).event();
        }
        boolean badFirst = !bad.isEmpty()
                && (events.isEmpty() || bad.get(0).lineNumber() < events.get(0).lineNumber());
        throw new RolloutException(
                badFirst ? bad.get(0).message() : file + " has " + Math.min(2, events.size() + bad.size()) + " lines",
                "Give a file of one line with one event.");
    }
}
