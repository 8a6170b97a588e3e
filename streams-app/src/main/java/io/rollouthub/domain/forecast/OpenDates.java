package io.rollouthub.domain.forecast;

import io.rollouthub.domain.store.Table;
import io.rollouthub.report.FactKey;
import java.util.Map.Entry;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sites and releases that have a due date and are neither live nor withdrawn: those whose forecasts move with the days. */
public final class OpenDates {
    private final Table<String> index;

    /**
     * @param index shared with others; here under {@code <cluster>/open/}
     */
    public OpenDates(Table<String> index) {
        this.index = index;
    }

    void note(FactKey key, @Nullable Standing standing) {
        String place = path(key.cluster()) + key.milestone();
        if (standing == null) {
            index.remove(place);
        } else {
            index.put(place, standing.toString());
        }
    }

    /** What was noted of a milestone; null if it is no such date. */
    public @Nullable Standing of(String cluster, String milestone) {
        String noted = index.get(path(cluster) + milestone);
        return noted == null ? null : Standing.parse(noted);
    }

    /** The first of a cluster behind a milestone, by milestone, so many at most; behind an empty one all come. */
    public SortedMap<String, Standing> behind(String cluster, String milestone, int most) {
        SortedMap<String, Standing> some = new TreeMap<>();
        String path = path(cluster);
        String from = milestone.isEmpty() ? path : path + milestone + "\0";
        for (Entry<String, String> noted : index.range(from, Table.endOf(path), most)) {
            some.put(noted.getKey().substring(path.length()), Standing.parse(noted.getValue()));
        }
        return some;
    }

    private static String path(String cluster) {
        return cluster + "/open/";
    }
}
