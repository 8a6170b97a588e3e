package io.rollouthub.testkit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What becomes of a test that misses something of this machine: it is skipped, and a line says so. Our own build, which has
 * installed everything, must not skip by mistake what it is there to run.
 */
public final class Absence {
    /** Set by the script that builds for us. */
    private static final String OUR_BUILD = "CI_OF_ROLLOUT_HUB";

    private Absence() {}

    /** For something that nobody can promise to have, such as an image or the network: skipped everywhere. */
    public static ConditionEvaluationResult skipped(ExtensionContext test, String missing) {
        return ConditionEvaluationResult.disabled(told(test.getDisplayName() + ": " + missing));
    }

    /** For a program: our own build fails. */
    static ConditionEvaluationResult disabled(ExtensionContext test, String missing) {
        return ConditionEvaluationResult.disabled(skipping(test.getDisplayName() + ": " + missing));
    }

    static String skipping(String why) {
        if (System.getenv(OUR_BUILD) != null) {
            throw new IllegalStateException(why);
        }
        return told(why);
    }

    static String told(String why) {
        System.out.println("SKIPPED " + why);
        return why;
    }
}
