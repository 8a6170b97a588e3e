package io.rollouthub.hub.cli;

import io.rollouthub.hub.settings.Settings;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs one instance of the streams application on an existing Kafka. */
@Command(
        name = "streams",
        description = "Run one instance of the rules on an existing Kafka, which 'admin apply' has prepared.",
        footerHeading = "%nExample:%n",
        footer = "  rollout streams --config hub.properties")
final class StreamsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Override
    public Integer call() throws Exception {
        Settings settings = options.read();
        SettingsOptions.print(settings, spec.commandLine().getErr());
        return GracefulStop.run(() -> run(settings));
    }

    private int run(Settings settings) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (HubAccess.Opened hub = HubAccess.at(settings)) {
            HubAccess.requireAnswer(hub.connection());
            HubSettings streamsSettings = hub.connection().settings(settings);
            try (HubStreams streams =
                    HubStreams.start(streamsSettings, hub.connection().registry())) {
                StreamsRun.awaitRunning(streams);
                out.println("An instance of the hub runs on Kafka at "
                        + hub.connection().bootstrapServers() + ". Ctrl-C ends it.");
                out.flush();
                StreamsRun.stay(streams, spec.commandLine().getErr());
            }
        }
        return 0;
    }
}
