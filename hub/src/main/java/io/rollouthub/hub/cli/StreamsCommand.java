package io.rollouthub.hub.cli;

import io.rollouthub.http.HttpServer;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.health.Room;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.settings.Setting;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.reader.Connection;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.topology.FlowListener;
import org.jspecify.annotations.Nullable;
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
        settings.settle(null);
        settings.lines().forEach(this::sayAside);
        try (OpenedHub hub = OpenedHub.at(settings).answering();
                Monitoring monitoring =
                        settings.isSet(Setting.HTTP_PORT) ? new Monitoring(hub.connection(), settings.clock()) : null) {
            run(hub.connection(), settings, monitoring);
        }
        return 0;
    }

    private void run(Connection hub, Settings settings, @Nullable Monitoring monitoring) throws InterruptedException {
        Logs.ofHub();
        FlowListener listener = monitoring == null ? FlowListener.NONE : monitoring.listener();
        try (HttpServer web = monitoring == null ? null : serve(settings.http(), monitoring);
                HubStreams streams = HubStreams.start(settings.streams(hub), hub.registry(), listener)) {
            if (monitoring != null) {
                monitoring.watch(streams);
            }
            StreamsRun.awaitRunning(streams);
            say(
                    "An instance of the hub runs on Kafka at " + hub.bootstrapServers() + ". Ctrl-C ends it.",
                    Room.ofRules(settings.streams(hub).ledger().kept()).line());
            StreamsRun.stay(streams, err());
        }
    }

    private HttpServer serve(HttpSettings settings, Monitoring monitoring) {
        HttpServer web = HttpServer.start(settings, monitoring.routes(settings));
        say("Metrics at " + web.address() + "metrics");
        return web;
    }
}
