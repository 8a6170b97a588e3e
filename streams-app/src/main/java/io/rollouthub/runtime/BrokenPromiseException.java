package io.rollouthub.runtime;

import io.rollouthub.failure.RolloutException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Topics are set so that a promise cannot be kept; the message names one of them, what comes of it, and both ways out. */
public final class BrokenPromiseException extends RolloutException {
    private static final long serialVersionUID = 1;

    private BrokenPromiseException(List<BrokenPromise> broken, Set<TopicPromise> weaker) {
        super(what(broken), remedy(broken, weaker));
    }

    /** Throws one if there is a promise that is not kept and has not been given up. */
    static void require(List<BrokenPromise> all, Set<TopicPromise> weaker) {
        List<BrokenPromise> broken = all.stream().filter(one -> !one.accepted()).toList();
        if (!broken.isEmpty()) {
            throw new BrokenPromiseException(broken, weaker);
        }
    }

    private static String what(List<BrokenPromise> broken) {
        BrokenPromise first = broken.get(0);
        String more = broken.size() == 1
                ? ""
                : "; so it is with " + (broken.size() - 1) + " more: "
                        + broken.stream()
                                .skip(1)
                                .map(one -> one.setting() + " of " + one.topic())
                                .collect(Collectors.joining(", "));
        return "The hub cannot keep what it promises (" + keys(promises(broken)) + "): " + first.line() + more;
    }

    private static String remedy(List<BrokenPromise> broken, Set<TopicPromise> weaker) {
        Set<TopicPromise> given = new LinkedHashSet<>(weaker);
        given.addAll(promises(broken));
        return "Run 'rollout admin apply --programme FILE', which sets it; or, on a Kafka that others set, start with "
                + BrokenPromise.ACCEPTED_BY + "=" + keys(given) + ", and do without.";
    }

    private static Set<TopicPromise> promises(List<BrokenPromise> broken) {
        return broken.stream().map(BrokenPromise::promise).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String keys(Collection<TopicPromise> promises) {
        return promises.stream().sorted().map(TopicPromise::key).collect(Collectors.joining(","));
    }
}
