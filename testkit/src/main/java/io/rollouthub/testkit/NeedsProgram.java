package io.rollouthub.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that need programs of this machine. Where one is missing they are skipped, with a line that says what to install;
 * in our own build, which installs them all, they fail.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsProgram.Condition.class)
public @interface NeedsProgram {
    Program[] value();

    /** Looks for the programs that a test names. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            return test.getElement().stream()
                    .flatMap(element -> Stream.ofNullable(element.getAnnotation(NeedsProgram.class)))
                    .flatMap(needs -> Stream.of(needs.value()))
                    .filter(program -> program.found().isEmpty())
                    .findFirst()
                    .map(program -> program.skipped(test))
                    .orElse(ConditionEvaluationResult.enabled("what it needs is here"));
        }
    }
}
