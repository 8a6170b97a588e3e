package io.rollouthub.hub.cli;

import io.rollouthub.check.Reason;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.audit.Audit;
import io.rollouthub.jsonl.EventLines;
import io.rollouthub.jsonl.LineError;
import io.rollouthub.jsonl.LineEvent;
import io.rollouthub.producer.Redelivery;
import io.rollouthub.producer.Verdict;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.RejectedRecords;
import io.rollouthub.reader.rejected.RejectedRecord;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends a rejected record to its supplier's topic again, as it came or corrected, and waits for the verdict. */
@Command(
        name = "redrive",
        description = "Send a refused record to its supplier's topic again, as it came or corrected; tell the verdict.",
        footer = {
            "  rollout rejected redrive --data d bt 0:17",
            "  rollout rejected redrive --data d bt 0:17 --event corrected.jsonl"
        })
final class RejectedRedriveCommand extends HubCommand {
    @Mixin
    private RejectedArguments place;

    @Option(names = "--event", paramLabel = "FILE", description = "The corrected event in its place, as one JSON line.")
    private @Nullable Path event;

    @Option(names = "--again", description = "Also if it has been sent again before.")
    private boolean again;

    @Override
    int run() throws IOException, InterruptedException, ExecutionException {
        SpecificRecord corrected = event == null ? null : read(event);
        try (OpenedHub opened = hub.openRunning(hub.settings())) {
            Connection connection = opened.connection();
            RejectedRecords records = new RejectedRecords(connection);
            RejectedRecord rejected = place.find(records);
            if (!again && records.wasSentAgain(rejected)) {
                throw new RolloutException(
                        "This record has been sent again already.", "With --again it is sent once more.");
            }
            if (corrected == null && rejected.what().why().refusal().reason() == Reason.TOO_LARGE) {
                throw new RolloutException(
                        "Of this record the beginning alone was kept, as it was too large.",
                        "Let its supplier publish it again, smaller; or give the event with --event.");
            }
            keep(audit(connection), rejected);
            return tell(new Redelivery(connection.client(), connection.registry())
                    .send(record(rejected, corrected, new AvroWriter(connection.registry()))));
        }
    }

    /** Before it is sent: what is sent is not to be unknown. */
    private void keep(Audit audit, RejectedRecord rejected) {
        ConsumerRecord<String, byte[]> record = rejected.record();
        List<String> changes = List.of(record.topic() + " " + record.partition() + ":" + record.offset() + " sent to "
                + rejected.what().why().origin().getTopic() + (event == null ? " again" : ", corrected"));
        if (event == null) {
            audit.of("rejected redrive", changes);
        } else {
            audit.of("rejected redrive", changes, event);
        }
    }

    /** The exit code. */
    private int tell(@Nullable Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            say("refused again: " + refused.refusal().reason() + ": "
                    + refused.refusal().detail());
        } else if (verdict != null) {
            boolean isKnown = verdict instanceof Verdict.Accepted known && known.known();
            say(isKnown ? "accepted; the same was accepted before" : "accepted");
            if (verdict instanceof Verdict.Accepted accepted && accepted.warning() != null) {
                err().println("rollout: " + accepted.warning());
            }
        } else {
            say("sent, but there is no verdict yet; 'rollout doctor' says what the hub waits for");
        }
        return verdict instanceof Verdict.Accepted ? 0 : 1;
    }

    private static ProducerRecord<String, byte[]> record(
            RejectedRecord rejected, @Nullable SpecificRecord corrected, AvroWriter writer) {
        String topic = rejected.what().why().origin().getTopic();
        RecordHeaders headers = new RecordHeaders();
        for (Header header : rejected.record().headers()) {
            if (!RejectedArguments.isOurs(header)) {
                headers.add(header);
            }
        }
        headers.add(rejected.redriveMark());
        SpecificRecord sent = corrected == null ? rejected.event() : corrected;
        if (sent == null) {
            return new ProducerRecord<>(
                    topic, null, rejected.record().key(), rejected.record().value(), headers);
        }
        byte[] value =
                writer.write(SupplierTopics.subject(topic, sent.getSchema().getFullName()), sent);
        return new ProducerRecord<>(topic, null, ReportedEvent.of(sent).cluster(), value, headers);
    }

    private static SpecificRecord read(Path file) throws IOException {
        Arguments.readable(file);
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
