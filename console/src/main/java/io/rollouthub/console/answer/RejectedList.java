package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.check.Reason;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Payload;
import io.rollouthub.console.live.RejectedBook;
import io.rollouthub.console.live.RejectedBook.Held;
import io.rollouthub.explain.Names;
import io.rollouthub.programme.Programme;
import io.rollouthub.serde.RejectionHeaders;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A page of what was rejected, the newest first, and how much there was of it. */
final class RejectedList {
    private final Predicate<Held> filter;
    private final Parameters.Paging paging;

    RejectedList(Parameters asked) {
        asked.only("page", "size", "supplier", "reason");
        filter = asked.filter("supplier", (Held one) -> one.what().supplier())
                .and(asked.filter(
                        "reason",
                        List.of(Reason.values()),
                        one -> one.what().why().refusal().reason()));
        paging = asked.paging();
    }

    /** The page, of the newest 5,000; rollout rejected list has all. */
    public record Answer(
            @JsonUnwrapped Parameters.Head head,
            List<BySupplier> suppliers,
            List<ByReason> reasons,
            List<RejectedRow> rejected) {}

    public record BySupplier(String supplier, @Nullable String name, long rejected) {}

    public record ByReason(Reason reason, long rejected) {}

    public record RejectedRow(
            String supplier,
            @Nullable String supplierName,
            @Nullable String eventId,
            Reason reason,
            String detail,
            Instant acceptedAt,
            String topic,
            int partition,
            long offset,
            int bytes,
            Payload payload) {}

    Answer of(Board board) {
        List<Held> all = board.rejected().newestFirst().stream().filter(filter).toList();
        return new Answer(
                paging.head(all), bySupplier(board), byReason(board), paging.of(all, one -> row(one, board.names())));
    }

    /** Those of the programme in its order, then those that are no suppliers of it. */
    private static List<BySupplier> bySupplier(Board board) {
        Map<String, Long> all = new LinkedHashMap<>();
        Programme programme = board.programme();
        if (programme != null) {
            programme.getSuppliers().forEach(supplier -> all.put(supplier.getSupplier(), 0L));
        }
        counts(board, RejectedBook.Kind::supplier).forEach((supplier, count) -> all.merge(supplier, count, Long::sum));
        return all.entrySet().stream()
                .map(one -> new BySupplier(one.getKey(), board.names().knownSupplier(one.getKey()), one.getValue()))
                .toList();
    }

    private static List<ByReason> byReason(Board board) {
        return counts(board, RejectedBook.Kind::reason).entrySet().stream()
                .map(one -> new ByReason(one.getKey(), one.getValue()))
                .toList();
    }

    private static <K> SortedMap<K, Long> counts(Board board, Function<RejectedBook.Kind, K> by) {
        SortedMap<K, Long> counts = new TreeMap<>();
        board.rejected().counts().forEach((kind, count) -> counts.merge(by.apply(kind), count, Long::sum));
        return counts;
    }

    private static RejectedRow row(Held one, Names names) {
        RejectionHeaders why = one.what().why();
        return new RejectedRow(
                one.what().supplier(),
                names.knownSupplier(one.what().supplier()),
                one.what().eventId(),
                why.refusal().reason(),
                why.refusal().detail(),
                why.acceptedAt(),
                why.origin().getTopic(),
                why.origin().getPartition(),
                why.origin().getOffset(),
                one.bytes(),
                one.payload());
    }
}
