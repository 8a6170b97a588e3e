package io.rollouthub.producer;

import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.ReleaseDelivered;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** By what the hub sees for itself that a commitment is kept. */
public sealed interface Target {

    /** So many sites of the cluster are live, 1 to 1,000,000; narrowed by the methods of {@link GoLives}. */
    static GoLives goLives(int count) {
        return new GoLives(count, null, null, null);
    }

    /** A release of a product is delivered in the cluster. */
    static Target delivered(String product, String release) {
        return new Delivery(product, release);
    }

    /** A contract of the cluster is signed. */
    static Target signed(String contract) {
        return new Signature(contract);
    }

    /** The target as it stands in the event. */
    SpecificRecord toRecord();

    /**
     * A number of go-lives.
     *
     * @param since only those dated then or later count; null: all
     * @param product only its go-lives count; null: all
     * @param release only go-lives on it count; null: all
     */
    record GoLives(
            int count,
            @Nullable LocalDate since,
            @Nullable String product,
            @Nullable String release) implements Target {

        /** Only go-lives dated then or later count. */
        public GoLives since(LocalDate date) {
            return new GoLives(count, date, product, release);
        }

        /** Only go-lives of this product count. */
        public GoLives of(String onlyProduct) {
            return new GoLives(count, since, onlyProduct, null);
        }

        /** Only go-lives on this release of this product count. */
        public GoLives of(String onlyProduct, String onlyRelease) {
            return new GoLives(count, since, onlyProduct, onlyRelease);
        }

        @Override
        public SpecificRecord toRecord() {
            return new GoLiveCount(count, since, product, release);
        }
    }

    /** A release's delivery. */
    record Delivery(String product, String release) implements Target {

        @Override
        public SpecificRecord toRecord() {
            return new ReleaseDelivered(product, release);
        }
    }

    /** A contract's signature. */
    record Signature(String contract) implements Target {

        @Override
        public SpecificRecord toRecord() {
            return new ContractSigned(contract);
        }
    }
}
