package io.rollouthub.console.answer;

import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.LiveHub;
import io.rollouthub.reader.HubClock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The hub's clock.
 *
 * @param ageSeconds of the tick by this machine's clock; null where that says nothing
 * @param words for people
 */
public record ClockAnswer(
        State state,
        @Nullable Instant tick,
        @Nullable LocalDate today,
        @Nullable Long ageSeconds,
        String words) {

    public enum State {
        RUNNING,
        /** The next tick should have come long ago. */
        STANDS_STILL,
        /** Nobody runs the hub. */
        NOT_RUNNING,
        /** A replay or demo drives it. */
        SIMULATED,
        NEVER_TICKED,
        /** Kafka does not answer. */
        UNKNOWN
    }

    public static ClockAnswer of(LiveHub hub) {
        Instant tick = hub.tick();
        Board board = hub.board();
        LocalDate today = board == null ? null : board.look(Board::names).date(tick);
        boolean lost = hub.sighting().problem() != null;
        if (tick == null) {
            return lost
                    ? new ClockAnswer(State.UNKNOWN, null, null, null, "Kafka does not answer.")
                    : new ClockAnswer(State.NEVER_TICKED, null, null, null, "The hub's clock has not ticked yet.");
        }
        if (hub.outlook().simulated()) {
            return new ClockAnswer(
                    State.SIMULATED,
                    tick,
                    today,
                    null,
                    "The clock is simulated; it stands at " + (today == null ? tick : today) + ".");
        }
        HubClock clock = HubClock.at(tick);
        boolean still = clock.standsStill(hub.outlook().clock());
        State state = lost
                ? State.UNKNOWN
                : !hub.sighting().isRun() ? State.NOT_RUNNING : still ? State.STANDS_STILL : State.RUNNING;
        return new ClockAnswer(state, tick, today, (long) clock.ageSeconds(), words(state, clock.ageInWords()));
    }

    private static String words(State state, String age) {
        return switch (state) {
            case NOT_RUNNING -> "Nobody runs this hub now; its clock ticked last " + age + ".";
            case STANDS_STILL -> "The hub's clock stands still: it ticked last " + age + ".";
            case UNKNOWN -> "Kafka does not answer; the last tick known was " + age + ".";
            default -> "The hub's clock ticked " + age + ".";
        };
    }
}
