package io.rollouthub.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Where broker and registry listen unless somebody says more. */
public final class Ports {
    private static final int KAFKA = 9092;
    private static final int SCHEMA_REGISTRY = 8081;

    private Ports() {}

    /** The ports that a folder's hub had last, as its clients are set up for them; else those that people expect. */
    public static Listening usual(Path folder) {
        HubFile last = HubFile.ofLastHub(folder);
        return last == null
                ? new Listening(Loopback.freeFrom(KAFKA), Loopback.freeFrom(SCHEMA_REGISTRY))
                : new Listening(
                        Loopback.freeFrom(portOf("kafka://" + last.bootstrapServers(), KAFKA)),
                        Loopback.freeFrom(portOf(last.registryUrl(), SCHEMA_REGISTRY)));
    }

    /** The same with listeners for clients elsewhere; the broker's own, which nobody else knows then, gives way. */
    public static Listening usual(Path folder, List<Advertised> advertised) {
        Listening usual = usual(folder);
        return advertised.isEmpty() ? usual : new Listening(0, usual.registry(), advertised);
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
