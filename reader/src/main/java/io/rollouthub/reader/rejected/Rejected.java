package io.rollouthub.reader.rejected;

import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Why a rejected record was, where it came from, on whose topic, and its eventId; null if it could not be decoded. */
public record Rejected(String supplier, @Nullable String eventId, RejectionHeaders why) {
    /** The order in which the records came. */
    public static final Comparator<Rejected> ARRIVAL = Comparator.comparing(
                    (Rejected one) -> one.why().acceptedAt())
            .thenComparing(one -> one.why().origin().getTopic())
            .thenComparing(one -> one.why().origin().getOffset());

    /** A record with an event; null if it could not be decoded. */
    public static Rejected of(@Nullable SpecificRecord event, RejectionHeaders why) {
        return new Rejected(
                SupplierTopics.supplierOf(why.origin().getTopic()),
                event == null ? null : ReportedEvent.of(event).eventId(),
                why);
    }

    public static List<Rejected> inOrder(List<Rejected> rejected) {
        return rejected.stream().sorted(ARRIVAL).toList();
    }
}
