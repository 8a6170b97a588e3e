package io.rollouthub.testkit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What becomes of a test that misses something that nobody can promise to have: it is skipped, and a line says so. */
public final class Absence {
    private Absence() {}

    /** For what is asked before the test, such as an image. */
    public static ConditionEvaluationResult skipped(ExtensionContext test, String missing) {
        return ConditionEvaluationResult.disabled(told(test.getDisplayName() + ": " + missing));
    }

    /** As {@link #skipped}, of a test that learns only now what it lacks; does not return. */
    public static void skip(String missing) {
        Assumptions.abort(told(missing));
    }

    private static String told(String why) {
        System.out.println("SKIPPED " + why);
        return why;
    }
}
