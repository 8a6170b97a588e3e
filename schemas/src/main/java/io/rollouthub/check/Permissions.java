package io.rollouthub.check;

import io.rollouthub.programme.Programme;
import io.rollouthub.text.Quoted;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may report on what, as the programme has it. */
final class Permissions {
    private final String programme;
    private final Set<String> clusters = new LinkedHashSet<>();
    private final Map<String, Collection<String>> clustersOfSupplier = new LinkedHashMap<>();

    Permissions(Programme programme) {
        this.programme = programme.getProgramme();
        programme.getClusters().forEach(cluster -> clusters.add(cluster.getCluster()));
        programme
                .getSuppliers()
                .forEach(one -> clustersOfSupplier.put(one.getSupplier(), new LinkedHashSet<>(one.getClusters())));
    }

    @Nullable
    Refusal unknownSupplier(String topicSupplier) {
        return clustersOfSupplier.containsKey(topicSupplier)
                ? null
                : new Refusal(
                        Reason.UNKNOWN_SUPPLIER,
                        "the topic is that of " + Quoted.of(topicSupplier)
                                + ", which is not among the suppliers of programme " + programme + "; they are "
                                + Quoted.list(clustersOfSupplier.keySet()));
    }

    @Nullable
    Refusal supplierMismatch(Submission submission) {
        String supplier = submission.report().supplier();
        return supplier.equals(submission.topicSupplier())
                ? null
                : new Refusal(
                        Reason.SUPPLIER_MISMATCH,
                        "supplier is " + Quoted.of(supplier) + " on the topic of "
                                + Quoted.of(submission.topicSupplier())
                                + "; a supplier publishes to its own topic, in its own name");
    }

    @Nullable
    Refusal unknownCluster(Submission submission) {
        String cluster = submission.report().cluster();
        return clusters.contains(cluster)
                ? null
                : new Refusal(
                        Reason.UNKNOWN_CLUSTER,
                        "cluster is " + Quoted.of(cluster) + ", which is not among the clusters of programme "
                                + programme + "; they are " + Quoted.list(clusters));
    }

    @Nullable
    Refusal clusterNotAllowed(Submission submission) {
        String cluster = submission.report().cluster();
        Collection<String> allowed = clustersOfSupplier.getOrDefault(submission.topicSupplier(), Set.of());
        return allowed.contains(cluster)
                ? null
                : new Refusal(
                        Reason.CLUSTER_NOT_ALLOWED,
                        "cluster is " + Quoted.of(cluster) + ", but " + submission.topicSupplier() + " may report on "
                                + Quoted.list(allowed) + "; add it to suppliers." + submission.topicSupplier()
                                + ".clusters of the programme if it should");
    }
}
