package io.rollouthub.hub.replay;

import java.nio.file.Path;
import java.util.List;

/** There is nothing to replay and no date until which time could pass. */
public final class EmptyReplayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EmptyReplayException(List<Path> files) {
        super("there is no event in " + files + ": name a file of events, or a date with --until");
    }
}
