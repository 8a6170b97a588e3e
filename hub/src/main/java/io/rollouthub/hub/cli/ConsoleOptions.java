package io.rollouthub.hub.cli;

import io.rollouthub.http.HttpServer;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.settings.Setting;
import io.rollouthub.hub.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say where the console listens. */
final class ConsoleOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The interface on which the console listens; any but this machine's own needs http.user and"
                    + " http.password, or a trusted proxy, among the settings. Default: 127.0.0.1.")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The console's port; 0 for any free one. Default: 8080, or the next free one.")
    private @Nullable Integer port;

    /** Where the console is to listen by these options and the settings. */
    HttpSettings http(Settings settings) {
        return http(settings, settings.http().port());
    }

    /** As {@link #http(Settings)}, but beginning with the usual port if none is set. */
    HttpSettings http(Settings settings, int usual) {
        Arguments.port(spec, port);
        HttpSettings http = settings.http();
        if (host != null) {
            http = http.at(host, http.port());
        }
        if (port != null) {
            http = http.at(http.host(), port);
        } else if (!settings.isSet(Setting.HTTP_PORT)) {
            http = http.near(usual);
        }
        HttpServer.requireSafe(http); // said before anything is started
        return http;
    }
}
