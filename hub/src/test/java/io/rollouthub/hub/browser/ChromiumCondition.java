package io.rollouthub.hub.browser;

import java.util.Objects;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for Chromium and its driver on the path. */
final class ChromiumCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.BROWSER != null && Chromium.DRIVER != null) {
            return ConditionEvaluationResult.enabled("Chromium: " + Chromium.BROWSER);
        }
        String missing = "no " + (Chromium.BROWSER == null ? "chromium" : "chromedriver")
                + " on the path; on Debian: apt-get install chromium chromium-driver";
        if (context.getTestMethod().isEmpty()) {
            Class<?> test = Objects.requireNonNull(context.getTestClass().orElse(null));
            System.err.println(test.getSimpleName() + " skipped: " + missing);
        }
        return ConditionEvaluationResult.disabled(missing);
    }
}
