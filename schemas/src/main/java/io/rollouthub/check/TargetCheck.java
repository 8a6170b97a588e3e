package io.rollouthub.check;

import io.rollouthub.report.CommitmentTarget;
import io.rollouthub.report.EventStatus;
import io.rollouthub.text.Identifier;
import io.rollouthub.text.Quoted;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The check of a commitment's target, with all that stands inside it. */
final class TargetCheck {
    private static final int MAX_COUNT = 1_000_000;

    private TargetCheck() {}

    static @Nullable Refusal badTarget(Submission submission) {
        CommitmentTarget target = submission.report().target();
        if (target == null) {
            return null;
        }
        EventStatus status = submission.report().status();
        if (status != EventStatus.COMMITTED) {
            return refusal("target is given with status " + status + "; only COMMITTED has one, leave it out");
        }
        return target.choose(
                count -> first(
                        badCount(count),
                        badIdentifier("product", count.product()),
                        badIdentifier("release", count.release())),
                delivery -> first(
                        badIdentifier("product", delivery.product()), badIdentifier("release", delivery.release())),
                signature -> badIdentifier("contract", signature.contract()));
    }

    private static @Nullable Refusal badCount(CommitmentTarget.Count target) {
        int count = target.count();
        if (count < 1 || count > MAX_COUNT) {
            return refusal("target.count is " + count + "; it must lie in 1 to " + MAX_COUNT);
        }
        String problem = target.since() == null ? null : DateChecks.problem("target.since", target.since());
        return problem == null ? null : refusal(problem);
    }

    private static @Nullable Refusal badIdentifier(String field, @Nullable String value) {
        return value == null || Identifier.isValid(value)
                ? null
                : refusal("target." + field + " is " + Quoted.of(value) + "; an identifier is " + Identifier.RULE);
    }

    private static @Nullable Refusal first(@Nullable Refusal... refusals) {
        return Arrays.stream(refusals).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Refusal refusal(String detail) {
        return new Refusal(Reason.BAD_TARGET, detail);
    }
}
