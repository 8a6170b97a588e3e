package io.rollouthub.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for the programs that a test names in {@link NeedsProgram}. */
final class ProgramCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        return test.getElement().stream()
                .flatMap(element -> Stream.ofNullable(element.getAnnotation(NeedsProgram.class)))
                .flatMap(needs -> Stream.of(needs.value()))
                .filter(program -> program.found().isEmpty())
                .findFirst()
                .map(program -> Absence.skipped(test, program))
                .orElse(ConditionEvaluationResult.enabled("what it needs is here"));
    }
}
