package io.rollouthub.hub.settings;

import io.rollouthub.failure.RolloutException;
import java.util.List;

/** Settings that cannot be used; the message names every mistake and where it was made. */
public final class SettingsException extends RolloutException {
    private static final long serialVersionUID = 1;

    SettingsException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes), "Mend that, or take it away.");
    }
}
