package io.rollouthub.testkit;

import org.junit.jupiter.api.Assumptions;
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

    /** For something that nobody can promise to have, such as an image: skipped everywhere. */
    public static ConditionEvaluationResult skipped(ExtensionContext test, String missing) {
        return ConditionEvaluationResult.disabled(told(test.getDisplayName() + ": " + missing));
    }

    /** As {@link #skipped}, of a test that learns only now what it lacks; does not return. */
    public static void skip(String missing) {
        Assumptions.abort(told(missing));
    }

    /** For a program: in our own build the test fails. */
    public static ConditionEvaluationResult skipped(ExtensionContext test, Program program) {
        refuseInOurBuild(program);
        return skipped(test, program.missing());
    }

    /** As {@link #skipped}, of a test that learns only now what it lacks. */
    static void skip(Program program) {
        refuseInOurBuild(program);
        skip(program.missing());
    }

    private static void refuseInOurBuild(Program program) {
        if (System.getenv(OUR_BUILD) != null) {
            throw new IllegalStateException(program.missing());
        }
    }

    static String told(String why) {
        System.out.println("SKIPPED " + why);
        return why;
    }
}
