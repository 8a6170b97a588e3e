package io.rollouthub.console.answer;

import io.rollouthub.check.Reason;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Payload;
import io.rollouthub.console.live.Refused;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.serde.RejectionHeaders;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A page of what was refused, the newest first, and how much there was of it. */
final class RejectedList {
    private final Set<String> suppliers;
    private final Set<Reason> reasons;
    private final Paging paging;

    RejectedList(Parameters asked) {
        asked.only("page", "size", "supplier", "reason");
        suppliers = asked.set("supplier");
        reasons = asked.set("reason", List.of(Reason.values()));
        paging = asked.paging();
    }

    private record BySupplier(String supplier, @Nullable String name, long rejected) {}

    private record ByReason(Reason reason, long rejected) {}

    private record Row(
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

    Map<String, Object> of(Board board) {
        List<Refused> all = board.refusals().newestFirst().stream()
                .filter(one ->
                        suppliers.isEmpty() || suppliers.contains(one.what().supplier()))
                .filter(one -> reasons.isEmpty()
                        || reasons.contains(one.what().why().refusal().reason()))
                .toList();
        Names names = new Names(board.programme());
        Map<String, Object> answer = paging.head(all.size());
        answer.put("suppliers", bySupplier(board, names));
        answer.put("reasons", byReason(board));
        answer.put("rejected", paging.of(all, one -> row(one, names)));
        return answer;
    }

    /** Those of the programme in its order, then those that are no suppliers of it. */
    private static List<BySupplier> bySupplier(Board board, Names names) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Programme programme = board.programme();
        if (programme != null) {
            for (Supplier supplier : programme.getSuppliers()) {
                counts.put(supplier.getSupplier(), 0L);
            }
        }
        new TreeMap<>(supplierCounts(board)).forEach((supplier, count) -> counts.merge(supplier, count, Long::sum));
        return counts.entrySet().stream()
                .map(one -> new BySupplier(
                        one.getKey(),
                        names.isSupplier(one.getKey()) ? names.supplier(one.getKey()) : null,
                        one.getValue()))
                .toList();
    }

    private static Map<String, Long> supplierCounts(Board board) {
        Map<String, Long> counts = new TreeMap<>();
        board.refusals().counts().forEach((kind, count) -> counts.merge(kind.supplier(), count, Long::sum));
        return counts;
    }

    private static List<ByReason> byReason(Board board) {
        Map<Reason, Long> counts = new TreeMap<>();
        board.refusals().counts().forEach((kind, count) -> counts.merge(kind.reason(), count, Long::sum));
        return counts.entrySet().stream()
                .map(one -> new ByReason(one.getKey(), one.getValue()))
                .toList();
    }

    private static Row row(Refused one, Names names) {
        RejectionHeaders why = one.what().why();
        String supplier = one.what().supplier();
        return new Row(
                supplier,
                names.isSupplier(supplier) ? names.supplier(supplier) : null,
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
