package io.rollouthub.domain.milestone;

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
            index.put(path(cluster, target) + milestone, milestone);
        }
    }

    public void remove(String cluster, String milestone, @Nullable CommitmentTarget target) {
        if (target != null) {
            index.remove(path(cluster, target) + milestone);
        }
    }

    /** Commitments that wait for a release. */
    public Collection<String> waitingForRelease(String cluster, String product, String release) {
        return under(delivered(cluster, product, release));
    }

    /** Commitments that wait for a contract. */
    public Collection<String> waitingForContract(String cluster, String contract) {
        return under(signed(cluster, contract));
    }

    /** Notes whether a commitment is a pending count of go-lives, so that daily reviews find it. */
    public void setReviewed(String cluster, String milestone, boolean reviewed) {
        if (reviewed) {
            index.put(review(cluster) + milestone, milestone);
        } else {
            index.remove(review(cluster) + milestone);
        }
    }

    /** Commitments that a daily review looks at. */
    public Collection<String> reviewed(String cluster) {
        return under(review(cluster));
    }

    private Collection<String> under(String path) {
        return index.under(path).stream().map(Entry::getValue).toList();
    }

    private static String path(String cluster, CommitmentTarget target) {
        return target.choose(
                count -> {
                    throw new IllegalArgumentException("counts are found by the go-lives: " + count);
                },
                delivery -> delivered(cluster, delivery.product(), delivery.release()),
                signature -> signed(cluster, signature.contract()));
    }

    private static String delivered(String cluster, String product, String release) {
        return cluster + "/delivered/" + product + "/" + release + "/";
    }

    private static String signed(String cluster, String contract) {
        return cluster + "/signed/" + contract + "/";
    }

    private static String review(String cluster) {
        return cluster + "/review/";
    }
}
