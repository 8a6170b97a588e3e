package io.rollouthub.hub.cli;

import io.rollouthub.console.Console;
import io.rollouthub.console.live.LiveHub.Outlook;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the console of a hub that runs elsewhere, or of kept data. */
@Command(
        name = "console",
        description = "Serve the console of a hub to browsers, until Ctrl-C: pages, and the same as JSON under /api.",
        footer = {
            "  rollout console --config hub.properties",
            "  rollout console --data d --port 9000",
            "  rollout console --connect kafka:9092 --registry http://registry:8081/apis/ccompat/v7"
        })
final class ConsoleCommand extends HubCommand {
    @Mixin
    private ConsoleOptions options;

    @Override
    int run() throws InterruptedException {
        Settings settings = hub.settings();
        HttpSettings http = options.http(settings);
        try (OpenedHub opened = hub.as(UpRights.CONSOLE).open();
                Monitoring monitoring = new Monitoring(opened.connection(), settings.clock());
                Console console = Console.start(
                        opened.connection(), new Outlook(false, settings.clock()), http, monitoring.routes(http))) {
            say(
                    "Console: " + console.address(),
                    "It shows the hub on Kafka at " + opened.connection().bootstrapServers() + ". Ctrl-C ends it.");
            stay();
        }
        return 0;
    }
}
