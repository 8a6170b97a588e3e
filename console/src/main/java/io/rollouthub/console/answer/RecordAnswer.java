package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.domain.forecast.LeadRecord;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.Outcome;
import io.rollouthub.output.SupplierRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What became of the hub's own forecasts, and of the suppliers' promises (semantics 9.8). */
public final class RecordAnswer {
    private static final int WHOLE = 10_000;
    private static final int BAND = WHOLE / 10;

    private final Predicate<Forecast> ofForecasts;
    private final Predicate<SupplierRecord> ofSuppliers;

    /**
     * It.
     *
     * @param total over all leads
     * @param calibration by what was called: 0 %, 10 %, …, 100 %
     */
    public record Answer(
            @JsonUnwrapped ScoreRow total,
            List<BandRow> calibration,
            List<LeadRow> leads,
            List<SupplierRecordRow> suppliers) {}

    /**
     * How good forecasts were, and how good it would have been to believe each date; the less the better.
     *
     * @param open those whose date has not passed
     */
    public record ScoreRow(
            int forecasts,
            int met,
            int open,
            @Nullable Double brier,
            @Nullable Double brierOfPromise) {

        static ScoreRow of(Collection<Forecast> all) {
            List<Forecast> known = all.stream().filter(RecordAnswer::isKnown).toList();
            long squares = known.stream().mapToLong(RecordAnswer::square).sum();
            int met = (int) known.stream().filter(RecordAnswer::isMet).count();
            int count = known.size();
            return new ScoreRow(
                    count,
                    met,
                    (int) all.stream()
                            .filter(one -> one.getOutcome() == Outcome.OPEN)
                            .count(),
                    count == 0 ? null : squares / ((double) WHOLE * WHOLE * count),
                    count == 0 ? null : 1 - met / (double) count);
        }
    }

    /**
     * Forecasts that were called alike.
     *
     * @param called the nearest ten per cent
     * @param mean what they were called on average; null if there are none
     */
    public record BandRow(int called, @Nullable Double mean, int forecasts, int met) {

        static BandRow of(int band, Collection<Forecast> all) {
            List<Forecast> known = all.stream()
                    .filter(RecordAnswer::isKnown)
                    .filter(one -> (one.getScore() + BAND / 2) / BAND == band)
                    .toList();
            long scores = known.stream().mapToLong(Forecast::getScore).sum();
            return new BandRow(
                    10 * band, known.isEmpty() ? null : scores / ((double) WHOLE * known.size()), known.size(), (int)
                            known.stream().filter(RecordAnswer::isMet).count());
        }
    }

    /** Those that were made so many days ahead. */
    public record LeadRow(int lead, @JsonUnwrapped ScoreRow score) {}

    /** A supplier's record in a cluster. */
    public record SupplierRecordRow(
            @JsonUnwrapped SupplierRecord kept,
            String clusterName,
            @Nullable String supplierName) {}

    RecordAnswer(Parameters asked) {
        asked.only("cluster", "supplier");
        ofForecasts = asked.filter("cluster", Forecast::getCluster).and(asked.filter("supplier", Forecast::getOwner));
        ofSuppliers = asked.filter("cluster", SupplierRecord::getCluster)
                .and(asked.filter("supplier", SupplierRecord::getSupplier));
    }

    Answer of(Board board) {
        List<Forecast> all = board.results().forecasts().values().stream()
                .filter(ofForecasts)
                .toList();
        List<String> order = new ArrayList<>(board.clusters());
        return new Answer(
                ScoreRow.of(all),
                IntStream.rangeClosed(0, WHOLE / BAND)
                        .mapToObj(band -> BandRow.of(band, all))
                        .toList(),
                LeadRecord.RECORDED.stream()
                        .map(lead -> new LeadRow(
                                lead,
                                ScoreRow.of(all.stream()
                                        .filter(one -> one.getLead() == lead)
                                        .toList())))
                        .toList(),
                board.results().supplierRecords().values().stream()
                        .filter(ofSuppliers)
                        .sorted(Comparator.comparing((SupplierRecord one) -> order.indexOf(one.getCluster()))
                                .thenComparing(SupplierRecord::getSupplier))
                        .map(one -> new SupplierRecordRow(
                                one,
                                board.names().cluster(one.getCluster()),
                                board.names().supplier(one.getSupplier())))
                        .toList());
    }

    private static boolean isMet(Forecast one) {
        return one.getOutcome() == Outcome.MET;
    }

    private static boolean isKnown(Forecast one) {
        return isMet(one) || one.getOutcome() == Outcome.NOT_MET;
    }

    private static long square(Forecast one) {
        long off = one.getScore() - (isMet(one) ? WHOLE : 0);
        return off * off;
    }
}
