package io.rollouthub.report;

import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseDelivered;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What must be true for a commitment to be met; one without a target is met by a report alone. */
public sealed interface CommitmentTarget {

    /** So many go-lives of a cluster, from a date on, of a product and on a release; null: any. */
    record Count(
            int count,
            @Nullable LocalDate since,
            @Nullable String product,
            @Nullable String release) implements CommitmentTarget {

        /** Whether go-lives on a release of a product count, as far as these are concerned. */
        public boolean matches(String ofProduct, String ofRelease) {
            return (product == null || product.equals(ofProduct)) && (release == null || release.equals(ofRelease));
        }
    }

    /** The delivery of a release. */
    record Delivery(String product, String release) implements CommitmentTarget {}

    /** The signing of a contract. */
    record Signature(String contract) implements CommitmentTarget {}

    /** The target in the field of an event; null if there is none. */
    static @Nullable CommitmentTarget of(@Nullable Object target) {
        if (target instanceof GoLiveCount t) {
            return new Count(t.getCount(), t.getSince(), t.getProduct(), t.getRelease());
        }
        if (target instanceof ReleaseDelivered t) {
            return new Delivery(t.getProduct(), t.getRelease());
        }
        return target instanceof ContractSigned t ? new Signature(t.getContract()) : null;
    }

    /** The schemas of the three target records, in the order in which an event's schema has them. */
    static List<Schema> schemas() {
        return MilestoneEvent.getClassSchema().getField("target").schema().getTypes().stream()
                .filter(branch -> branch.getType() == Schema.Type.RECORD)
                .toList();
    }

    /** One of three answers, by which of the targets this is. */
    default <T extends @Nullable Object> T choose(
            Function<Count, T> count, Function<Delivery, T> delivery, Function<Signature, T> signature) {
        if (this instanceof Count one) {
            return count.apply(one);
        }
        return this instanceof Delivery one ? delivery.apply(one) : signature.apply((Signature) this);
    }
}
