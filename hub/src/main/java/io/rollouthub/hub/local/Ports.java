package io.rollouthub.hub.local;

import io.rollouthub.hub.embedded.Loopback;
import java.net.URI;
import java.nio.file.Path;

/**
 * Where broker and registry listen on this machine.
 *
 * @param broker 0 for any free port
 * @param registry 0 for any free port
 */
public record Ports(int broker, int registry) {
    static final Ports ANY = new Ports(0, 0);

    private static final int KAFKA = 9092;
    private static final int SCHEMA_REGISTRY = 8081;

    /** The ports that a folder's hub had last, as its clients are set up for them; else those that people expect. */
    public static Ports usual(Path folder) {
        HubFile last = HubFile.ofLastHub(folder);
        return last == null
                ? new Ports(Loopback.freeFrom(KAFKA), Loopback.freeFrom(SCHEMA_REGISTRY))
                : new Ports(
                        Loopback.freeFrom(portOf("kafka://" + last.bootstrapServers(), KAFKA)),
                        Loopback.freeFrom(portOf(last.registryUrl(), SCHEMA_REGISTRY)));
    }

    /** The port that the console of a folder's hub had last; another if there was none. */
    public static int ofConsole(Path folder, int otherwise) {
        HubFile last = HubFile.ofLastHub(folder);
        return last == null || last.consoleUrl() == null ? otherwise : portOf(last.consoleUrl(), otherwise);
    }

    private static int portOf(String url, int otherwise) {
        int port = URI.create(url).getPort();
        return port < 0 ? otherwise : port;
    }
}
