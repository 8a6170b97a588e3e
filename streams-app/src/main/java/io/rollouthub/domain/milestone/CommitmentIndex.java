package io.rollouthub.domain.milestone;

import io.rollouthub.domain.store.Table;
import io.rollouthub.report.CommitmentTarget;
import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which commitments of a cluster a fact may move, found without looking at the others. */
public final class CommitmentIndex {
    private static final String ANY = "*"; // no identifier has a star

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

    /** Commitments that count go-lives on this release of this product. */
    public Set<String> countingGoLives(String cluster, String product, String release) {
        Set<String> found = new TreeSet<>();
        for (String p : List.of(product, ANY)) {
            for (String r : List.of(release, ANY)) {
                found.addAll(under(count(cluster, p, r)));
            }
        }
        return found;
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
                count -> count(cluster, orAny(count.product()), orAny(count.release())),
                delivery -> delivered(cluster, delivery.product(), delivery.release()),
                signature -> signed(cluster, signature.contract()));
    }

    private static String orAny(@Nullable String name) {
        return name == null ? ANY : name;
    }

    private static String count(String cluster, String product, String release) {
        return cluster + "/count/" + product + "/" + release + "/";
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
