package io.rollouthub.bench.mix;

import io.rollouthub.producer.Reports;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Sites that are all planned for the same day. */
public record DueSites(LocalDate day) {

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
        return Sent.of(
                arrival,
                Reports.on(MixProgramme.cluster(cluster))
                        .goLive(name, "product-" + number % 3, "R" + number % 7)
                        .named("Site " + number + " of cluster " + cluster)
                        .planned(name, ReportTime.at(day, arrival), day)
                        .by(MixProgramme.supplier(cluster)));
    }
}
