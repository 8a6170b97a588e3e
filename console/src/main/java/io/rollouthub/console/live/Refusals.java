package io.rollouthub.console.live;

import io.rollouthub.check.Reason;
import io.rollouthub.serde.RejectionHeaders;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was refused: all of it counted, the newest of it held. */
public final class Refusals {
    private static final int HELD = 5_000;

    /** What these refuse they refuse once more after a reset of the ledger; it counts once. */
    private static final Set<Reason> OF_THE_LEDGER = Set.of(Reason.DUPLICATE_ID, Reason.TOO_MANY_REVISIONS);

    private final Map<Kind, Long> counts = new HashMap<>();
    private final TreeSet<Refused> newestFirst = new TreeSet<>(Refused.NEWEST_FIRST);
    private final Set<RejectionHeaders> ofTheLedger = new HashSet<>();

    /** What is counted together. */
    public record Kind(String supplier, Reason reason) {}

    void add(Refused refused) {
        Reason reason = refused.what().why().refusal().reason();
        if (OF_THE_LEDGER.contains(reason) && !ofTheLedger.add(refused.what().why())) {
            return;
        }
        counts.merge(new Kind(refused.what().supplier(), reason), 1L, Long::sum);
        newestFirst.add(refused);
        if (newestFirst.size() > HELD) {
            newestFirst.pollLast();
        }
    }

    /** How many there were of each kind. */
    public Map<Kind, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** The newest. */
    public Collection<Refused> newestFirst() {
        return Collections.unmodifiableCollection(newestFirst);
    }
}
