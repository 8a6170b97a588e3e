package io.rollouthub.embedded;

import io.rollouthub.privacy.OwnersOnly;
import io.rollouthub.privacy.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;

/** Where a worker's REST interface is, and the token without which it does nothing; nobody but the hub's user may read that. */
public record WorkerDoor(URI url, String token) {
    /** The file in the worker's folder that holds the token. */
    static final String FILE = "rest.token";

    /** The extension of the interface that asks for it, and the setting that tells it where the token is. */
    private static final String EXTENSION = "io.rollouthub.connect.rest.TokenExtension";

    private static final String SETTING = "rollout.rest.token.file";

    /** With a new token, which is in the folder then. */
    static WorkerDoor in(Path dir, URI url) throws IOException {
        WorkerDoor door = new WorkerDoor(url, Secrets.fresh());
        OwnersOnly.write(dir.resolve(FILE), door.token.getBytes(StandardCharsets.US_ASCII));
        return door;
    }

    /** Tells the worker. */
    void addTo(Properties settings, Path dir) {
        settings.put("listeners", url.toString());
        settings.put("rest.extension.classes", EXTENSION);
        settings.put(SETTING, dir.resolve(FILE).toString());
    }

    /** The value of the header {@code Authorization}. */
    public String authorization() {
        return "Bearer " + token;
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
