package io.rollouthub.console.live;

import io.rollouthub.check.Reason;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.serde.RejectionHeaders;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rejected records: all of them counted, the newest of them held. */
public final class RejectedBook {
    private static final int HELD = 5_000;

    private final Map<Kind, Long> counts = new HashMap<>();
    private final TreeSet<Held> newestFirst =
            new TreeSet<>(Comparator.comparing((Held one) -> one.what().why().acceptedAt(), Comparator.reverseOrder())
                    .thenComparing(one -> one.what().why().origin().getTopic())
                    .thenComparing(one -> one.what().why().origin().getPartition(), Comparator.reverseOrder())
                    .thenComparing(one -> one.what().why().origin().getOffset(), Comparator.reverseOrder())
                    .thenComparing(one -> one.what().why().refusal().reason()));

    /** Of the ledger, which rejects them once more after a reset; they count once. */
    private final Set<RejectionHeaders> byLedger = new HashSet<>();

    /** What is counted together. */
    public record Kind(String supplier, Reason reason) {}

    /** What is held of a rejected record, which had so many bytes. */
    public record Held(Rejected what, int bytes, Payload payload) {}

    void add(Held one) {
        RejectionHeaders why = one.what().why();
        Reason reason = why.refusal().reason();
        if (reason.isByLedger() && !byLedger.add(why)) {
            return;
        }
        counts.merge(new Kind(one.what().supplier(), reason), 1L, Long::sum);
        newestFirst.add(one);
        if (newestFirst.size() > HELD) {
            newestFirst.pollLast();
        }
    }

    public Map<Kind, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    public Collection<Held> newestFirst() {
        return Collections.unmodifiableCollection(newestFirst);
    }
}
