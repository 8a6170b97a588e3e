package io.rollouthub.console.live;

import io.rollouthub.reader.Rejected;
import java.util.Comparator;

/**
 * A refused record.
 *
 * @param what it says of itself
 * @param bytes its length
 */
public record Refused(Rejected what, int bytes, Payload payload) {
    static final Comparator<Refused> NEWEST_FIRST = Comparator.comparing(
                    (Refused one) -> one.what().why().acceptedAt(), Comparator.reverseOrder())
            .thenComparing(one -> one.what().why().origin().getTopic())
            .thenComparing(one -> one.what().why().origin().getPartition(), Comparator.reverseOrder())
            .thenComparing(one -> one.what().why().origin().getOffset(), Comparator.reverseOrder())
            .thenComparing(one -> one.what().why().refusal().reason());
}
