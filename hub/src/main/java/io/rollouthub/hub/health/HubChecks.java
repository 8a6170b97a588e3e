package io.rollouthub.hub.health;

import io.rollouthub.check.Reason;
import io.rollouthub.hub.health.Standstill.Standing;
import io.rollouthub.hub.health.Vitals.Seen;
import io.rollouthub.journal.Parked;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what is well of a hub that runs, for all who are asked: health, doctor, status, and the rules of Prometheus. */
public final class HubChecks {
    /** So long something that has to be done may lie there before it is told. */
    static final Duration STILL = Duration.ofSeconds(60);

    /** So long an alert may be on its way to a receiver: several times as long as it is held down. */
    static final Duration UNDELIVERED = Duration.ofMinutes(5);

    /** So long a refused record that did not reach its topic is told. */
    private static final Duration OF_LATE = Duration.ofMinutes(10);

    private HubChecks() {}

    /** Whether time goes on. */
    public static Check clock(@Nullable HubClock clock, ClockSettings settings) {
        if (clock == null) {
            return wrong(
                    "clock",
                    "has never ticked, so nothing is judged",
                    "Start the hub; the first tick comes in seconds.");
        }
        String last = "last tick " + clock.tick() + ", " + clock.ageInWords();
        return clock.standsStill(settings)
                ? wrong(
                        "clock",
                        last + ": time stands still, nothing is missed",
                        "Start the hub if nobody runs the gate; else see the gate's log, which says what it waits for.")
                : Check.well("clock", last);
    }

    /**
     * What is left of these.
     *
     * @param settings which say how far a clock may be ahead
     */
    public static List<Check> of(Seen seen, ClockSettings settings) {
        List<Check> checks = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            checks.add(progress(stage, seen));
        }
        checks.add(judged(seen));
        checks.add(lead(seen, settings.maxStep()));
        checks.add(alerts(seen));
        return checks;
    }

    private static Check progress(Stage stage, Seen seen) {
        String what = stage.title() + "-progress";
        long toDo =
                seen.left(stage).values().stream().mapToLong(Long::longValue).sum();
        return seen.still(stage).compareTo(STILL) > 0
                ? wrong(
                        what,
                        "has not moved on in "
                                + seen.standing()
                                        .getOrDefault(stage, Standstill.NONE)
                                        .what() + " for " + seen.still(stage).toSeconds() + " s, with " + toDo
                                + " records to go in all",
                        "See the log of the instances, which says what they wait for; 'rollout doctor' finds a transaction"
                                + " that hangs.")
                : Check.well(what, toDo + " records to go");
    }

    private static Check judged(Seen seen) {
        Standing late = seen.overdue();
        return late.length().compareTo(STILL) > 0
                ? wrong(
                        "clusters",
                        late.what() + " has not been judged for "
                                + late.length().toSeconds() + " s: its clusters' clocks lag behind the hub's",
                        "See the log of the instances: the ledger does not get on there.")
                : Check.well("clusters", "all that is due is judged");
    }

    private static Check lead(Seen seen, Duration maxStep) {
        Standing lead = seen.lead();
        return lead.length().compareTo(maxStep) > 0
                ? wrong(
                        "time",
                        "the clock " + lead.what() + " is " + HubClock.inWords(lead.length())
                                + " ahead of this machine's, more than clock.max-step: what is due until then is judged already, or"
                                + " missed",
                        "Set the clocks of the brokers and of this machine; and see that the suppliers' topics have"
                                + " message.timestamp.type LogAppendTime.")
                : Check.well("time", "no clock is ahead of this machine's by more than " + HubClock.inWords(maxStep));
    }

    /** Whether what has been refused of late has reached its topic. */
    public static Check rejected(Collection<Parked> parked, Instant now) {
        Set<String> closed = parked.stream()
                .filter(one -> one.getParked() && !Reason.UNPROCESSABLE.name().equals(one.getReason()))
                .filter(one -> one.getAt().isAfter(now.minus(OF_LATE)))
                .map(one -> SupplierTopics.rejected(SupplierTopics.supplierOf(one.getTopic())))
                .collect(Collectors.toCollection(TreeSet::new));
        return closed.isEmpty()
                ? Check.well("rejected", "what is refused reaches its topic")
                : new Check(
                        "rejected",
                        false,
                        String.join(", ", closed) + " did not take what was refused in the last " + OF_LATE.toMinutes()
                                + " min, which is noted on " + Topics.PARKED.name() + " instead",
                        "If it is missing run 'rollout admin apply'; else give the hub's user the right (ACL) to WRITE"
                                + " there.",
                        false);
    }

    private static Check alerts(Seen seen) {
        return seen.undelivered().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(oldest -> oldest.getValue().compareTo(UNDELIVERED) > 0)
                .map(oldest -> wrong(
                        "alerts",
                        "connector " + oldest.getKey() + " has not delivered an alert for "
                                + HubClock.inWords(oldest.getValue()),
                        "See the log of 'rollout connect' and whether the receiver answers; a connector that is not wanted"
                                + " any more is to be deleted on its worker, and its group connect-" + oldest.getKey()
                                + " on Kafka."))
                .orElseGet(() -> Check.well(
                        "alerts",
                        seen.undelivered().isEmpty()
                                ? "no connector delivers them"
                                : "are delivered, or on their way"));
    }

    private static Check wrong(String check, String detail, String remedy) {
        return new Check(check, false, detail, remedy, true);
    }
}
