package io.rollouthub.hub.container;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import io.rollouthub.testkit.Absence;
import io.rollouthub.testkit.Program;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for engine and images before Testcontainers does, which would try to pull them for minutes. */
final class ImagesCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        NeedsImages needs = context.getTestClass()
                .map(type -> type.getAnnotation(NeedsImages.class))
                .orElse(null);
        if (needs == null || context.getTestMethod().isPresent()) {
            return enabled("asked for the class");
        }
        if (Program.CONTAINER_ENGINE.found().isEmpty()) {
            return Program.CONTAINER_ENGINE.skipped(context);
        }
        String missing = missing(needs.value());
        return missing == null ? enabled("all is there") : Absence.skipped(context, missing);
    }

    private static @Nullable String missing(String... images) {
        if (HubImage.base().isEmpty()) {
            return "there is no image to build the hub's on; make one with docker/base-image,"
                    + " or name one with -Drollout.docker.base.";
        }
        for (String image : images) {
            if (!Engine.has(image)) {
                return "the image " + image + " is not here; 'docker pull " + image + "' gets it.";
            }
        }
        return null;
    }
}
