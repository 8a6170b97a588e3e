package io.rollouthub.hub.worker;

import java.util.List;

/** Configurations of connectors that cannot be used; the message names every mistake, with its file and key. */
public final class ConnectorConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ConnectorConfigException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
    }

    ConnectorConfigException(String mistake) {
        super(mistake);
    }
}
