package io.rollouthub.hub.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.journal.Origin;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.serde.RejectionHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the ledger refused is held against what follows from the journal, as far as it can be seen. */
class RefusalDifferencesTest {
    private static final Instant AT = Instant.parse("2026-01-01T09:00:00Z");
    private static final String CUT = "rollout.rejected.acme";

    private final Differences found = new Differences();
    private final RefusalDifferences refusals = new RefusalDifferences(found);

    @Test
    void whatAResetLedgerHasRefusedOnceMoreCountsOnceAndTheGatesCountsNowhere() {
        published(refused(1, Reason.DUPLICATE_ID), refused(2, Reason.NOT_OWNER), refused(1, Reason.DUPLICATE_ID));
        published(refused(7, Reason.BAD_VALUE), refused(8, Reason.UNPROCESSABLE));

        compare(refused(1, Reason.DUPLICATE_ID), refused(2, Reason.NOT_OWNER));

        assertThat(found.total()).isZero();
        assertThat(found.refusals().rows()).isEqualTo(2);
    }

    @Test
    void oneThatIsMissingOneForAnotherReasonAndOneTooManyAreToldInWords() {
        published(refused(2, Reason.NOT_OWNER), refused(3, Reason.DUPLICATE_ID));

        compare(refused(1, Reason.DUPLICATE_ID), refused(2, Reason.TOO_MANY_FACTS));

        assertThat(found.refusals().first())
                .extracting(one -> one.key() + ": " + one.what())
                .containsExactly(
                        "rollout.in.acme/0/1 (e-1): DUPLICATE_ID is missing",
                        "rollout.in.acme/0/2 (e-2): is refused for NOT_OWNER instead of TOO_MANY_FACTS",
                        "rollout.in.acme/0/3: DUPLICATE_ID is there, and follows from nothing");
        assertThat(found.total()).isEqualTo(3);
    }

    @Test
    void ofATopicWhoseOldestAreDeletedOnlyWhatIsBehindThemIsMissed() {
        published(refused(3, Reason.DUPLICATE_ID), refused(5, Reason.DUPLICATE_ID));
        List<Rejected> expected = List.of(
                refused(1, Reason.DUPLICATE_ID),
                refused(2, Reason.DUPLICATE_ID),
                refused(3, Reason.DUPLICATE_ID),
                refused(4, Reason.DUPLICATE_ID),
                refused(5, Reason.DUPLICATE_ID));

        refusals.compare(expected, CUT::equals);

        assertThat(found.refusalsNotSeen()).isEqualTo(2);
        assertThat(found.refusals().first())
                .extracting(Differences.Difference::key)
                .containsExactly("rollout.in.acme/0/4 (e-4)");
    }

    @Test
    void whatWasRefusedOfEntriesThatAreNotLookedAtIsLeftOut() {
        published(refused(9, Reason.DUPLICATE_ID));

        refusals.compare(List.of(), topic -> false);
        assertThat(refusals.isAnyLeft()).isTrue();
        refusals.compareRest(Set.of(RefusalDifferences.Refused.of(refused(9, Reason.DUPLICATE_ID))));

        assertThat(found.total()).isZero();
    }

    private void published(Rejected... all) {
        List.of(all).forEach(refusals::published);
    }

    private void compare(Rejected... expected) {
        refusals.compare(List.of(expected), topic -> false);
        refusals.compareRest(Set.of());
    }

    private static Rejected refused(int offset, Reason reason) {
        return new Rejected(
                "acme",
                "e-" + offset,
                new RejectionHeaders(
                        new Refusal(reason, "So it is."), new Origin("rollout.in.acme", 0, (long) offset), AT));
    }
}
