package io.rollouthub.domain.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.store.MemoryTable;
import io.rollouthub.report.CommitmentTarget.Delivery;
import io.rollouthub.report.CommitmentTarget.Signature;
import org.junit.jupiter.api.Test;

/** Finding commitments by what may move them. */
class CommitmentIndexTest {
    private final MemoryTable<String> table = new MemoryTable<>();
    private final CommitmentIndex index = new CommitmentIndex(table);

    @Test
    void thoseThatWaitAreFoundByWhatTheyWaitFor() {
        index.add("c", "m1", new Delivery("p", "r"));
        index.add("c", "m2", new Delivery("p", "r1"));
        index.add("c", "m3", new Signature("k"));
        assertThat(index.waitingForRelease("c", "p", "r")).containsExactly("m1");
        assertThat(index.waitingForRelease("c", "r", "p")).isEmpty();
        assertThat(index.waitingForContract("c", "k")).containsExactly("m3");
        assertThat(index.waitingForContract("c", "k2")).isEmpty();
    }

    @Test
    void oneWithoutATargetIsNotKeptAndARemovedOneNotFound() {
        index.add("c", "m", null);
        index.remove("c", "m", null);
        index.add("c", "m", new Signature("k"));
        index.add("c", "n", new Signature("k"));
        index.remove("c", "m", new Signature("k"));
        assertThat(index.waitingForContract("c", "k")).containsExactly("n");
        assertThat(table.range("", "~", 9)).hasSize(1);
    }

    @Test
    void reviewsLookAtThoseThatAreSet() {
        index.setReviewed("c", "m", true);
        index.setReviewed("c", "n", true);
        index.setReviewed("c", "m", false);
        assertThat(index.reviewed("c")).containsExactly("n");
        assertThat(index.reviewed("d")).isEmpty();
    }
}
