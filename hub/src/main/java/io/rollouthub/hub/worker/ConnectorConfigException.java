package io.rollouthub.hub.worker;

import io.rollouthub.failure.RolloutException;
import java.util.List;

/** Configurations of connectors that cannot be used; the message names every mistake, with its file and key. */
public final class ConnectorConfigException extends RolloutException {
    private static final long serialVersionUID = 1;

    private static final String MEND = "Mend that in the connector's file, and try again.";

    ConnectorConfigException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes), MEND);
    }

    ConnectorConfigException(String what, String remedy) {
        super(what, remedy);
    }

    ConnectorConfigException(String mistake) {
        super(mistake, MEND);
    }
}
