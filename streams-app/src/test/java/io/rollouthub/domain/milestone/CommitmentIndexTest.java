package io.rollouthub.domain.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.store.MemoryTable;
import io.rollouthub.report.CommitmentTarget.Count;
import io.rollouthub.report.CommitmentTarget.Delivery;
import io.rollouthub.report.CommitmentTarget.Signature;
import org.junit.jupiter.api.Test;

/** Finding commitments by what may move them. */
class CommitmentIndexTest {
    private final MemoryTable<String> table = new MemoryTable<>();
    private final CommitmentIndex index = new CommitmentIndex(table);

    @Test
    void countsAreFoundByProductAndReleaseGivenOrNot() {
        index.add("c", "any", new Count(1, null, null, null));
        index.add("c", "product", new Count(1, null, "p", null));
        index.add("c", "release", new Count(1, null, null, "r"));
        index.add("c", "both", new Count(1, null, "p", "r"));
        index.add("c", "prefix", new Count(1, null, "p", "r1"));
        index.add("c-2", "elsewhere", new Count(1, null, null, null));
        assertThat(index.countingGoLives("c", "p", "r")).containsExactly("any", "both", "product", "release");
        assertThat(index.countingGoLives("c", "p", "q")).containsExactly("any", "product");
        assertThat(index.countingGoLives("c", "o", "r")).containsExactly("any", "release");
        assertThat(index.countingGoLives("c", "o", "o")).containsExactly("any");
    }

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
