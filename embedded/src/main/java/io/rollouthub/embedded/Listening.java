package io.rollouthub.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * On which ports, 0 for any free one, broker and registry listen: on 127.0.0.1 alone, unless there are further listeners of
 * the broker for clients elsewhere; then the registry too listens on all addresses, unless the hub is guarded.
 *
 * @param guarded whether the broker asks who comes, and lets nobody do what no right allows
 */
public record Listening(int broker, int registry, List<Advertised> advertised, boolean guarded) {
    /** On free ports of 127.0.0.1. */
    public static final Listening ANY = new Listening(0, 0, List.of(), false);

    private static final int KAFKA = 9092;
    private static final int SCHEMA_REGISTRY = 8081;

    /**
     * On the ports that a folder's hub had last, as its clients are set up for them; else on those that people expect. With further
     * listeners the broker's own port, which nobody else knows then, gives way.
     */
    public static Listening usual(Path folder, List<Advertised> advertised, boolean guarded) {
        HubFile last = HubFile.ofLastHub(folder);
        int kafka = last == null ? KAFKA : portOf("kafka://" + last.bootstrapServers(), KAFKA);
        int registry = last == null ? SCHEMA_REGISTRY : portOf(last.registryUrl(), SCHEMA_REGISTRY);
        return new Listening(
                advertised.isEmpty() ? Loopback.freeFrom(kafka) : 0, Loopback.freeFrom(registry), advertised, guarded);
    }

    /** The port that the console of a folder's hub had last; another if there was none. */
    public static int portOfConsole(Path folder, int otherwise) {
        HubFile last = HubFile.ofLastHub(folder);
        return last == null || last.consoleUrl() == null ? otherwise : portOf(last.consoleUrl(), otherwise);
    }

    private static int portOf(String url, int otherwise) {
        int port = URI.create(url).getPort();
        return port < 0 ? otherwise : port;
    }
}
