package io.rollouthub.hub.cli;

import io.rollouthub.output.AlertState;
import io.rollouthub.output.Severity;

/** Whether a person looks at standard output or error, as the start script has found; colour is for people alone. */
final class Terminal {
    private static final String RESET = "\u001b[0m";

    private Terminal() {}

    static boolean out() {
        return Boolean.getBoolean("rollout.terminal.out");
    }

    static boolean err() {
        return Boolean.getBoolean("rollout.terminal.err");
    }

    /** The text in the colour of an alert's state, if standard output is a terminal. */
    static String coloured(String text, AlertState state, Severity severity) {
        if (!out() || System.getenv("NO_COLOR") != null) {
            return text;
        }
        String colour = state == AlertState.RESOLVED
                ? "\u001b[32m"
                : severity == Severity.CRITICAL ? "\u001b[31m" : "\u001b[33m";
        return colour + text + RESET;
    }
}
