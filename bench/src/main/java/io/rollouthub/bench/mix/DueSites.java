package io.rollouthub.bench.mix;

import io.rollouthub.producer.Reports;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sites that are planned, evenly, for some days one behind the other, and were so long before.
 *
 * @param first of the days
 * @param days how many there are
 */
public record DueSites(LocalDate first, int days) {

    /** All of them for the same day. */
    public static DueSites on(LocalDate day) {
        return new DueSites(day, 1);
    }

    /**
     * So many sites, spread over so many clusters.
     *
     * @param clusters of the programme's, from the first on
     */
    public List<Sent> planned(int sites, int clusters) {
        return IntStream.range(0, sites)
                .mapToObj(number -> site(number, sites, number % clusters))
                .toList();
    }

    private Sent site(int number, int sites, int cluster) {
        String name = "due-" + number;
        double arrival = (double) number / sites;
        LocalDate day = first.plusDays((long) (arrival * days));
        return Sent.of(
                arrival,
                Reports.on(MixProgramme.cluster(cluster))
                        .goLive(name, "product-" + number % 3, "R" + number % 7)
                        .named("Site " + number + " of cluster " + cluster)
                        .planned(name, ReportTime.at(first, arrival), day)
                        .by(MixProgramme.supplier(cluster)));
    }
}
