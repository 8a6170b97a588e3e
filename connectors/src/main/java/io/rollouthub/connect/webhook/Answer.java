package io.rollouthub.connect.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver made of a message.
 *
 * @param detail what it said, for people
 * @param leaveFor how long it asks to be left alone; null: it does not say
 */
record Answer(Verdict verdict, String detail, @Nullable Duration leaveFor) {

    /** What is to be done next. */
    enum Verdict {
        /** It has the message. */
        TAKEN,
        /** It does not want this message, now or later. */
        REFUSED,
        /** It cannot take any message now. */
        AWAY
    }
}
