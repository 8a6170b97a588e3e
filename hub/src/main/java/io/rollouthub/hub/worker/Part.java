package io.rollouthub.hub.worker;

import org.jspecify.annotations.Nullable;

/**
 * A connector, or one of its tasks, as the worker sees it.
 *
 * @param task its number; null for the connector itself
 * @param state such as {@code RUNNING} or {@code FAILED}
 * @param trace why it failed, with a stack trace; empty unless it did
 */
public record Part(String connector, @Nullable Integer task, String state, String trace) {
    private static final String CAUSED_BY = "Caused by: ";
    private static final int LONGEST = 400;

    boolean hasFailed() {
        return state.equals("FAILED");
    }

    boolean isRunning() {
        return state.equals("RUNNING");
    }

    /** What it is called in messages. */
    String name() {
        return task == null ? connector : connector + ", task " + task;
    }

    /** Why it failed, on one line: the message of the first cause. */
    String reason() {
        String cause = trace.lines()
                .filter(line -> line.startsWith(CAUSED_BY))
                .reduce((first, last) -> last)
                .map(line -> line.substring(CAUSED_BY.length()))
                .orElse(trace.lines().findFirst().orElse("no reason given"));
        int colon = cause.indexOf(": ");
        String message = colon < 0 ? cause : cause.substring(colon + 2);
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }
}
