package io.rollouthub.domain.milestone;

import io.rollouthub.domain.store.IndexPath;
import io.rollouthub.domain.store.Table;
import io.rollouthub.report.CommitmentTarget;
import java.util.Collection;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** Which commitments of a cluster a fact may move, found without looking at the others. */
public final class CommitmentIndex {

    private final Table<String> index;

    public CommitmentIndex(Table<String> index) {
        this.index = index;
    }

    /** Makes the commitment found by its target; null has none. */
    public void add(String cluster, String milestone, @Nullable CommitmentTarget target) {
        if (target != null) {
            index.put(path(cluster, target).of(milestone), milestone);
        }
    }

    public void remove(String cluster, String milestone, @Nullable CommitmentTarget target) {
        if (target != null) {
            index.remove(path(cluster, target).of(milestone));
        }
    }

    /** Commitments that wait for a release. */
    public Collection<String> waitingForRelease(String cluster, String product, String release) {
        return under(IndexPath.delivered(cluster, product, release));
    }

    /** Commitments that wait for a contract. */
    public Collection<String> waitingForContract(String cluster, String contract) {
        return under(IndexPath.signed(cluster, contract));
    }

    /** Notes whether a commitment is a pending count of go-lives, so that daily reviews find it. */
    public void setReviewed(String cluster, String milestone, boolean reviewed) {
        if (reviewed) {
            index.put(IndexPath.reviewed(cluster).of(milestone), milestone);
        } else {
            index.remove(IndexPath.reviewed(cluster).of(milestone));
        }
    }

    /** Commitments that a daily review looks at. */
    public Collection<String> reviewed(String cluster) {
        return under(IndexPath.reviewed(cluster));
    }

    private Collection<String> under(IndexPath path) {
        return index.under(path.path()).stream().map(Entry::getValue).toList();
    }

    private static IndexPath path(String cluster, CommitmentTarget target) {
        return target.choose(
                count -> {
                    throw new IllegalArgumentException("counts are found by the go-lives: " + count);
                },
                delivery -> IndexPath.delivered(cluster, delivery.product(), delivery.release()),
                signature -> IndexPath.signed(cluster, signature.contract()));
    }
}
