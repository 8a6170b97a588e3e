package io.rollouthub.domain.ledger;

import io.rollouthub.domain.rate.Months;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.state.MonthFigures;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeSet;

/**
 * A cluster's monthly rows as they were published before this journal entry.
 *
 * @param figures by month
 * @param clockMonth up to which months without figures were present too
 */
record RateRows(List<MonthFigures> figures, YearMonth clockMonth) {

    static RateRows before(ClusterBook book, CivilTime time) {
        return new RateRows(book.months.kept(), YearMonth.from(time.dateAt(book.clock)));
    }

    /** Publishes the rows that differ now. */
    void publish(ClusterBook book, CivilTime time, Outbox outbox) {
        RateRows now = before(book, time);
        if (equals(now)) {
            return;
        }
        NavigableMap<String, DeliveryRate> was = Months.of(figures).rows(book.cluster, clockMonth);
        NavigableMap<String, DeliveryRate> is = book.months.rows(book.cluster, now.clockMonth);
        TreeSet<String> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (String key : keys) {
            DeliveryRate rate = is.get(key);
            if (rate == null || !rate.equals(was.get(key))) {
                outbox.rate(key, rate);
            }
        }
    }
}
