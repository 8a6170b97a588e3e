package io.rollouthub.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.report.OriginKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToldVerdictsTest {
    private static final OriginKey COUNTS = place("bt", 0);
    private static final OriginKey REPEATED = place("bt", 1);
    private static final OriginKey REFUSED = place("bt", 2);
    private static final OriginKey OF_LEDGER = place("bt", 3);
    private static final OriginKey UNJUDGED = place("bt", 4);
    private static final OriginKey FORGOTTEN = place("csc", 0);

    private final Judged judged = new Judged(
            Set.of(COUNTS, REPEATED, REFUSED, OF_LEDGER, FORGOTTEN),
            Map.of(COUNTS, 1, REPEATED, 1, OF_LEDGER, 1),
            Map.of(REFUSED, 1),
            Map.of(REFUSED, "TOO_LARGE", OF_LEDGER, "DUPLICATE_ID"));

    private final Map<OriginKey, List<String>> told = new HashMap<>(Map.of(
            COUNTS, List.of("ACCEPTED"),
            REPEATED, List.of("KNOWN"),
            REFUSED, List.of("REJECTED TOO_LARGE"),
            OF_LEDGER, List.of("REJECTED DUPLICATE_ID")));

    private static OriginKey place(String supplier, long offset) {
        return new OriginKey("rollout.in." + supplier, 0, offset);
    }

    private List<String> disagreeing() {
        return new ToldVerdicts(told).disagreeing(judged, Set.of("csc"));
    }

    @Test
    void oneVerdictEachThatSaysWhatBecameOfItIsRightAndOfSomeNothingIsKnown() {
        assertThat(disagreeing()).isEmpty();

        told.put(FORGOTTEN, List.of("REJECTED TOO_LARGE"));
        assertThat(disagreeing()).isEmpty();
    }

    @Test
    void aRecordThatIsNotToldOfIsFound() {
        told.remove(COUNTS);

        assertThat(disagreeing()).containsExactly("rollout.in.bt/0/0 is ACCEPTED, told []");
    }

    @Test
    void aRecordThatIsToldOfTwiceIsFound() {
        told.put(COUNTS, List.of("ACCEPTED", "ACCEPTED"));

        assertThat(disagreeing()).containsExactly("rollout.in.bt/0/0 is ACCEPTED, told [ACCEPTED, ACCEPTED]");
    }

    @Test
    void aVerdictThatSaysSomethingElseIsFound() {
        told.put(REFUSED, List.of("ACCEPTED"));
        told.put(OF_LEDGER, List.of("REJECTED TOO_MANY_REVISIONS"));
        told.put(COUNTS, List.of("REJECTED MISSING_DATE"));

        assertThat(disagreeing())
                .containsExactlyInAnyOrder(
                        "rollout.in.bt/0/0 is ACCEPTED, told [REJECTED MISSING_DATE]",
                        "rollout.in.bt/0/2 is REJECTED TOO_LARGE, told [ACCEPTED]",
                        "rollout.in.bt/0/3 is REJECTED DUPLICATE_ID, told [REJECTED TOO_MANY_REVISIONS]");
    }

    @Test
    void aVerdictOnWhatIsNotThereIsFound() {
        told.put(UNJUDGED, List.of("ACCEPTED"));

        assertThat(disagreeing()).containsExactly("rollout.in.bt/0/4 is not there, told [ACCEPTED]");
    }
}
