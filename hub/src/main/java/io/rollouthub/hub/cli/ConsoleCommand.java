package io.rollouthub.hub.cli;

import io.rollouthub.console.Console;
import io.rollouthub.console.live.LiveHub.Outlook;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.settings.Settings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves the console of a hub that runs elsewhere, or of kept data. */
@Command(
        name = "console",
        description = "Serve the console of a hub to browsers, until Ctrl-C: pages, and the same as JSON under /api.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  rollout console --config hub.properties",
            "  rollout console --data d --port 9000",
            "  rollout console --connect kafka:9092 --registry http://registry:8081/apis/ccompat/v7"
        })
final class ConsoleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HubAccess hub;

    @Mixin
    private ConsoleOptions options;

    @Override
    public Integer call() throws Exception {
        Settings settings = hub.settings();
        HttpSettings http = options.http(settings);
        return GracefulStop.run(() -> run(settings, http));
    }

    private int run(Settings settings, HttpSettings http) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (HubAccess.Opened opened = hub.open();
                Monitoring monitoring = new Monitoring(opened.connection(), settings.clock());
                Console console = Console.start(
                        opened.connection(), new Outlook(false, settings.clock()), http, monitoring.routes(http))) {
            out.println("Console: " + console.address());
            out.println("It shows the hub on Kafka at " + opened.connection().bootstrapServers() + ". Ctrl-C ends it.");
            out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
