package io.rollouthub.bench.mix;

import io.rollouthub.producer.GoLiveReports;
import io.rollouthub.producer.Report;
import io.rollouthub.producer.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What is reported on one site. Of a hundred: 35 lie ahead (a plan, and up to four further reports on it), 50 go live (a plan, up to
 * three further reports on it, live; one in 25 goes back and is live again), 10 are live without a plan, 5 are overdue (half of them
 * say so by a new plan). A further report on a plan says the same date again in one case of two, as suppliers have to report lest they
 * be silent, else it moves it, by up to three weeks, or in one case of ten by months; one move in 16 is told by taking the date back
 * first. One site ahead in 20 is dropped. One report in 20 comes late, one in 33 is corrected. Of ten sites eight are reported on by
 * the cluster's first supplier.
 */
final class SiteStory {
    private static final double STEP = 0.09;

    private final List<Sent> told = new ArrayList<>();
    private final LocalDate today;
    private final Random random;
    private final GoLiveReports site;
    private final String supplier;
    private final String id;
    private double arrival;
    private int number;

    SiteStory(int number, LocalDate today, Random random) {
        this.today = today;
        this.random = random;
        int cluster = random.nextInt(MixProgramme.CLUSTERS);
        supplier = MixProgramme.supplier(cluster + (chance(0.8) ? 0 : 1));
        id = "site-" + number;
        site = Reports.on(MixProgramme.cluster(cluster))
                .goLive(id, "product-" + number % 3, "R" + number % 7)
                .named("Site " + number + " of cluster " + cluster);
        arrival = random.nextDouble() * (1 - 4 * STEP);
    }

    List<Sent> tell() {
        int kind = random.nextInt(100);
        if (kind < 35) {
            plans(30 + random.nextInt(690), random.nextInt(5));
            if (chance(0.05)) {
                add(site.cancelled(next(), reportedAt(), reportedOn()));
            }
        } else if (kind < 85) {
            plans(1 + random.nextInt(90), random.nextInt(4));
            live();
            if (chance(0.04)) {
                add(site.reverted(next(), reportedAt(), reportedOn()));
                live();
            }
        } else if (kind < 95) {
            live();
        } else {
            plans(-1 - random.nextInt(60), 0);
            if (chance(0.5)) {
                plans(20 + random.nextInt(60), 0);
            }
        }
        return told;
    }

    /** A plan so many days from today, and further reports on it. */
    private void plans(int days, int more) {
        plan(days);
        int due = days;
        for (int report = 0; report < more; report++) {
            if (chance(0.5)) {
                due = Math.max(1, due + (chance(0.1) ? 30 + random.nextInt(90) : random.nextInt(28) - 7));
                if (chance(0.0625)) {
                    add(site.postponed(next(), reportedAt()));
                }
            }
            plan(due);
        }
    }

    private void plan(int days) {
        LocalDate date = today.plusDays(days);
        String first = next();
        add(site.planned(first, reportedAt(), date));
        if (chance(0.03)) {
            add(site.planned(next(), reportedAt(), date.plusDays(1 + random.nextInt(10)))
                    .replaces(first));
        }
    }

    private void live() {
        String first = next();
        LocalDate date = reportedOn().minusDays(random.nextInt(5));
        add(site.live(first, reportedAt(), date));
        if (chance(0.03)) {
            add(site.live(next(), reportedAt(), date.minusDays(1)).replaces(first));
        }
    }

    private void add(Report report) {
        double late = chance(0.05) ? STEP * random.nextDouble() : 0;
        told.add(Sent.of(Math.min(1, arrival + late), report.by(supplier)));
        arrival = Math.min(1, arrival + STEP * random.nextDouble());
    }

    private String next() {
        return id + "-" + number++;
    }

    private Instant reportedAt() {
        return ReportTime.at(today, arrival);
    }

    private LocalDate reportedOn() {
        return ReportTime.day(reportedAt()).minusDays(1);
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
