package io.rollouthub.bench.mix;

import io.rollouthub.producer.Reports;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sites whose day has passed when they are first planned, so that each opens an alert at once, among the reports of the mix. */
public record Overdue(LocalDate today) {
    private static final String NAME = "overdue-";

    /** One overdue site behind each so many reports less one. */
    public List<Sent> among(List<Sent> reports, int every) {
        List<Sent> all = new ArrayList<>();
        for (Sent one : reports) {
            all.add(one);
            if (all.size() % every == every - 1) {
                all.add(site(all.size()));
            }
        }
        return all;
    }

    /** The one of this number, in a cluster by its number. */
    public Sent site(int number) {
        int cluster = number % MixProgramme.CLUSTERS;
        String name = NAME + number;
        return Sent.of(
                1,
                Reports.on(MixProgramme.cluster(cluster))
                        .goLive(name, "product-" + number % 3, "R" + number % 7)
                        .named("Site " + number + " of cluster " + cluster)
                        .planned(name, ReportTime.at(today, 1), today.minusDays(3))
                        .by(MixProgramme.supplier(cluster)));
    }

    /** So many by all suppliers but this one. */
    public List<Sent> but(String supplier, int count) {
        return Stream.iterate(0, number -> number + 1)
                .map(this::site)
                .filter(site -> !site.supplier().equals(supplier))
                .limit(count)
                .toList();
    }

    /** Whether a report, or an alert by its subject, is on one of them. */
    public static boolean isOne(String milestone) {
        return milestone.startsWith("go-live/" + NAME);
    }
}
