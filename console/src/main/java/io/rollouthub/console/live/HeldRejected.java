package io.rollouthub.console.live;

import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.reader.rejected.RejectedRecord;
import java.util.Comparator;

/**
 * A rejected record as it is held for a while.
 *
 * @param what it says of itself
 * @param bytes its length
 */
public record HeldRejected(Rejected what, int bytes, Payload payload) {
    static final Comparator<HeldRejected> NEWEST_FIRST = Comparator.comparing(
                    (HeldRejected one) -> one.what().why().acceptedAt(), Comparator.reverseOrder())
            .thenComparing(one -> one.what().why().origin().getTopic())
            .thenComparing(one -> one.what().why().origin().getPartition(), Comparator.reverseOrder())
            .thenComparing(one -> one.what().why().origin().getOffset(), Comparator.reverseOrder())
            .thenComparing(one -> one.what().why().refusal().reason());

    static HeldRejected of(RejectedRecord one) {
        byte[] value = one.record().value();
        return new HeldRejected(one.what(), value == null ? 0 : value.length, Payload.of(value, one.event()));
    }
}
