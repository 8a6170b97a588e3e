package io.rollouthub.check;

import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import java.time.LocalDate;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The check of a commitment's target, with all that stands inside it. */
final class TargetCheck {
    private static final int MAX_COUNT = 1_000_000;

    private TargetCheck() {}

    static @Nullable Refusal badTarget(Submission submission) {
        if (!(submission.event() instanceof MilestoneEvent milestone)
                || !(milestone.getTarget() instanceof SpecificRecord target)) {
            return null;
        }
        if (milestone.getStatus() != MilestoneStatus.COMMITTED) {
            return refusal(
                    "target is given with status " + milestone.getStatus() + "; only COMMITTED has one, leave it out");
        }
        Refusal bad = target instanceof GoLiveCount goLives ? badCount(goLives) : null;
        return bad != null ? bad : badIdentifier(target);
    }

    private static @Nullable Refusal badCount(GoLiveCount goLives) {
        int count = goLives.getCount();
        if (count < 1 || count > MAX_COUNT) {
            return refusal("target.count is " + count + "; it must lie in 1 to " + MAX_COUNT);
        }
        LocalDate since = goLives.getSince();
        if (since != null && !DateRange.contains(since)) {
            return refusal(DateRange.complaint("target.since", since));
        }
        return null;
    }

    private static @Nullable Refusal badIdentifier(SpecificRecord target) {
        for (Schema.Field field : target.getSchema().getFields()) {
            if (FieldChecks.IDENTIFIERS.contains(field.name())
                    && target.get(field.pos()) instanceof String value
                    && !Identifier.isValid(value)) {
                return refusal(
                        "target." + field.name() + " is " + Quoted.of(value) + "; an identifier is " + Identifier.RULE);
            }
        }
        return null;
    }

    private static Refusal refusal(String detail) {
        return new Refusal(Reason.BAD_TARGET, detail);
    }
}
