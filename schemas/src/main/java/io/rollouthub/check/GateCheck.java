package io.rollouthub.check;

import org.jspecify.annotations.Nullable;

/** One stage of the gate's checks: looks at all fields that it is about before the next stage begins. */
interface GateCheck {
    /** Why the event is refused, or null if this stage has nothing against it. */
    @Nullable
    Refusal judge(Submission submission);
}
