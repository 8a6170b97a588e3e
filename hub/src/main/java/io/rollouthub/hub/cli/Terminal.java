package io.rollouthub.hub.cli;

import io.rollouthub.hub.terminal.Look;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Severity;
import org.jspecify.annotations.Nullable;

/** Whether a person looks at standard output or error, and how wide it is, as the start script has found. */
final class Terminal {
    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;

    private Terminal() {}

    static boolean out() {
        return Boolean.getBoolean("rollout.terminal.out");
    }

    static boolean err() {
        return Boolean.getBoolean("rollout.terminal.err");
    }

    /** How results look on standard output: cut and coloured for people alone. */
    static Look look() {
        return out()
                ? new Look(
                        Math.max(LEAST_WIDTH, Integer.getInteger("rollout.terminal.width", USUAL_WIDTH)),
                        wantsColour(System.getenv("NO_COLOR"), System.getenv("TERM")))
                : Look.PLAIN;
    }

    /** As no-color.org has it: any text in NO_COLOR means none. */
    static boolean wantsColour(@Nullable String noColor, @Nullable String term) {
        return (noColor == null || noColor.isEmpty()) && !"dumb".equals(term);
    }

    /** "2006-11-01  south   MILESTONE_MISSED: Twelve …: due 2006-10-31, 3 of 12 live, 9 short", coloured by its state. */
    static String alert(String at, AlertTransition transition) {
        boolean over = transition.getState() != AlertState.OPEN;
        String what = transition.getKind() + (over ? " over, " + transition.getResolution() : "");
        Look.Tone tone = transition.getSeverity() == Severity.CRITICAL ? Look.Tone.BAD : Look.Tone.WARNING;
        return look().paint(
                        String.format("%s  %-7s %s: %s", at, transition.getCluster(), what, transition.getSummary()),
                        over ? Look.Tone.GOOD : tone);
    }
}
