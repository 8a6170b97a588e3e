package io.rollouthub.hub.cli;

import io.rollouthub.http.HttpServer;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.settings.Setting;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.reader.Connection;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.topology.FlowListener;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs one instance of the streams application on an existing Kafka. */
@Command(
        name = "streams",
        description = "Run one instance of the rules on an existing Kafka, which 'admin apply' has prepared.",
        footer = {
            "  rollout streams --config hub.properties",
            "  ROLLOUT_HTTP_PORT=8080 rollout streams --config hub.properties   with /metrics and /health/ready"
        })
final class StreamsCommand extends StoppableCommand {
    @Mixin
    private SettingsOptions options;

    @Override
    int run() throws InterruptedException {
        Settings settings = options.read();
        settings.lines().forEach(this::sayAside);
        try (OpenedHub hub = OpenedHub.at(settings).answering()) {
            if (settings.isSet(Setting.HTTP_PORT)) {
                runMonitored(hub.connection(), settings);
            } else {
                run(hub.connection(), settings, FlowListener.NONE, streams -> {});
            }
        }
        return 0;
    }

    private void runMonitored(Connection hub, Settings settings) throws InterruptedException {
        try (Monitoring monitoring = new Monitoring(hub, settings.clock())) {
            FlowListener listener = monitoring.listener();
            try (HttpServer web = HttpServer.start(settings.http(), monitoring.routes(settings.http()))) {
                say("Metrics at " + web.address() + "metrics");
                run(hub, settings, listener, monitoring::watch);
            }
        }
    }

    private void run(Connection hub, Settings settings, FlowListener listener, Consumer<HubStreams> onStart)
            throws InterruptedException {
        Logs.ofHub();
        try (HubStreams streams = HubStreams.start(settings.streams(hub), hub.registry(), listener)) {
            onStart.accept(streams);
            StreamsRun.awaitRunning(streams);
            say("An instance of the hub runs on Kafka at " + hub.bootstrapServers() + ". Ctrl-C ends it.");
            StreamsRun.stay(streams, err());
        }
    }
}
