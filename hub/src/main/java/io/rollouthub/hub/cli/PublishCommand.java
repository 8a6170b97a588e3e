package io.rollouthub.hub.cli;

import io.rollouthub.hub.settings.Settings;
import io.rollouthub.jsonl.EventLines;
import io.rollouthub.jsonl.LineEvent;
import io.rollouthub.producer.ClientSettings;
import io.rollouthub.producer.SupplierClient;
import io.rollouthub.reader.Connection;
import io.rollouthub.topic.Prefix;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes what stands in a file, as a supplier's system would with the client library, and tells the verdicts. */
@Command(
        name = "publish",
        description = "Publish events from JSON Lines as a supplier, and tell the hub's verdict on each.",
        footer = {
            "  rollout publish --data d --supplier bt events.jsonl",
            "  generate-events | rollout publish --supplier bt -"
        })
final class PublishCommand extends HubCommand {
    private static final String STANDARD_INPUT = "-";

    /** For what is under way at the end or at Ctrl-C; a process that is asked to end gets no more than this. */
    private static final Duration CLOSE = Duration.ofSeconds(15);

    @Option(names = "--supplier", paramLabel = "S", required = true, description = "In whose name; its id.")
    private String supplier = "";

    @Parameters(paramLabel = "FILE|-", description = "Events, one JSON object a line; - for standard input.")
    private String file = STANDARD_INPUT;

    @Option(names = "--no-wait", description = "Do not wait for verdicts: done when Kafka has the events.")
    private boolean noWait;

    @Override
    int run() throws IOException {
        if (!file.equals(STANDARD_INPUT)) {
            Arguments.readable(Path.of(file));
        }
        PublishTally tally = new PublishTally(out(), err(), name());
        Settings settings = hub.settings();
        try (OpenedHub opened = hub.openRunning(settings)) {
            publish(clientSettings(opened.connection(), settings), tally);
        }
        return tally.end() ? 0 : 1;
    }

    private void publish(ClientSettings settings, PublishTally tally) throws IOException {
        try (SupplierClient client = SupplierClient.connect(settings);
                Stream<LineEvent> lines = lines(tally)) {
            // Not forEach: Ctrl-C has to end it between two lines.
            for (Iterator<LineEvent> each = lines.iterator(); tally.goesOn(each::hasNext); ) {
                LineEvent line = each.next();
                tally.sent(line, client.publish(line.event()));
            }
        }
    }

    private ClientSettings clientSettings(Connection connection, Settings settings) {
        ClientSettings.Waiting usual = ClientSettings.Waiting.DEFAULT;
        ClientSettings client = ClientSettings.of(
                        connection.bootstrapServers(), connection.registry().address(), supplier)
                .withPrefix(Prefix.own().text())
                .withKafka(connection.kafka())
                .withRegistry(settings.registry())
                .withWaiting(
                        new ClientSettings.Waiting(true, usual.connect(), usual.verdict(), CLOSE, usual.outstanding()));
        return noWait ? client.withoutVerdicts() : client;
    }

    private String name() {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }

    private Stream<LineEvent> lines(PublishTally tally) throws IOException {
        // A channel's read ends when its thread is interrupted; System.in's does not.
        return file.equals(STANDARD_INPUT)
                ? EventLines.read(
                        Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel()),
                        name(),
                        tally::bad)
                : EventLines.read(Path.of(file), tally::bad);
    }
}
