package io.rollouthub.hub.health;

import io.rollouthub.reader.OpenTransaction;
import io.rollouthub.runtime.BrokenPromise;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what is well of one instance of the rules. */
final class InstanceChecks {
    /** Of ten minutes; an upgrade of some instances has fewer. */
    private static final int MOST_FENCINGS = 3;

    private InstanceChecks() {}

    /** What there is to say of it; null: it is yet to start. */
    static List<Check> of(@Nullable HubStreams instance) {
        if (instance == null) {
            return List.of(new Check("instance", false, "starts", null, true));
        }
        List<Check> checks = new ArrayList<>();
        for (HubStreams.Part part : instance.parts()) {
            String otherwise =
                    "takes no records; Kafka Streams says " + part.streams().state();
            checks.add(
                    part.isRunning()
                            ? Check.well(part.name(), "takes records")
                            : new Check(part.name(), false, otherwise, null, true));
        }
        String trouble = instance.trouble();
        checks.add(
                trouble == null
                        ? Check.well("records", "get on")
                        : new Check("records", false, "wait: " + trouble, null, true));
        checks.add(suppliers(instance.unreadableTopics()));
        List<String> closed = instance.closedTopics();
        checks.add(
                closed.isEmpty()
                        ? Check.well("rejected", "what is refused reaches its topic")
                        : new Check(
                                "rejected",
                                false,
                                String.join("; ", closed),
                                "Until then what is for it is noted on " + Topics.PARKED.name() + ".",
                                false));
        checks.add(promises(instance.broken()));
        checks.add(fencings(instance.fencings()));
        String heldBy = instance.heldBy();
        checks.add(
                heldBy == null
                        ? Check.well("hold", "nobody's transaction holds the clock")
                        : new Check("hold", false, "the clock is held: " + heldBy, OpenTransaction.ENDS, false));
        return checks;
    }

    /** Whether all suppliers' topics can be read: a clause for each trouble. */
    static Check suppliers(List<String> unreadable) {
        return unreadable.isEmpty()
                ? Check.well("suppliers", "the topics of all can be read")
                : new Check(
                        "suppliers",
                        false,
                        "topics of suppliers cannot be read: " + String.join("; ", unreadable),
                        "What stands there waits until it can be read; a restart is not needed.",
                        false);
    }

    private static Check fencings(int ofLate) {
        String how = ofLate + (ofLate == 1 ? " time" : " times") + " in ten minutes Kafka took it for dead";
        return ofLate <= MOST_FENCINGS
                ? Check.well("fencings", how)
                : new Check(
                        "fencings",
                        false,
                        how + ", and its open work is done again each time",
                        "It stops for seconds: see that the machine is not short of memory or processors.",
                        false);
    }

    /** What the topics' settings let the hub promise. */
    static Check promises(List<BrokenPromise> broken) {
        if (broken.isEmpty()) {
            return Check.well("promises", "are kept by the topics' settings");
        }
        String told = broken.stream().map(BrokenPromise::sentence).collect(Collectors.joining("; "));
        return broken.stream().allMatch(BrokenPromise::accepted)
                ? new Check(
                        "promises",
                        true,
                        told,
                        "Once the topics are set right, take " + BrokenPromise.ACCEPTED_BY + " away.",
                        true)
                : new Check(
                        "promises",
                        false,
                        told,
                        "Run 'rollout admin apply --programme FILE', which sets it right.",
                        broken.stream().anyMatch(BrokenPromise::stops));
    }
}
