package io.rollouthub.bench.faults;

import io.rollouthub.producer.GoLiveReports;
import io.rollouthub.producer.Report;
import io.rollouthub.producer.Reports;
import io.rollouthub.producer.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Reports as chance has them, on few things, so that most meet others on the same one: in any order, repeated, corrected, with an
 * eventId twice, on others' commitments, and one in eight of a kind that the gate refuses. The same random source gives the same.
 */
final class DrawnReports {
    private static final int DAYS = 240;
    private static final int SITES = 60;

    private final Random random;
    private final Map<String, List<String>> suppliers;
    private final List<String> names;
    private final Instant begin;
    private int number;
    private @Nullable Publication last;

    DrawnReports(Random random, Map<String, List<String>> suppliers, Instant begin) {
        this.random = random;
        this.suppliers = suppliers;
        this.begin = begin;
        names = new ArrayList<>(suppliers.keySet());
    }

    Publication next() {
        Publication next =
                switch (random.nextInt(16)) {
                    case 0, 1 -> refused();
                    case 2 -> last == null ? accepted(id()) : last;
                    case 3 -> accepted("e-" + random.nextInt(number + 1)); // perhaps with other content
                    default -> accepted(id());
                };
        last = next;
        return next;
    }

    /** One whose day has passed, so that an alert opens as soon as it is judged. */
    static Publication overdue(String milestone, String supplier, String cluster) {
        LocalDate past = LocalDate.of(2026, 1, 31);
        Instant reported = past.minusDays(20).atStartOfDay().toInstant(ZoneOffset.UTC);
        Report report = Reports.on(cluster)
                .commitment(milestone, "Tells that records move")
                .committed(milestone, reported, past, Target.delivered("none", "never"));
        return new Publication(supplier, cluster, report.by(supplier), true);
    }

    private Publication accepted(String id) {
        String supplier = any(names);
        String cluster = any(suppliers.getOrDefault(supplier, List.of()));
        return new Publication(
                supplier, cluster, report(id, cluster, reportedAt()).by(supplier), true);
    }

    private Publication refused() {
        String supplier = any(names);
        String cluster = any(suppliers.getOrDefault(supplier, List.of()));
        String id = id();
        Report report =
                switch (random.nextInt(3)) {
                    case 0 -> report(id, "nowhere", reportedAt());
                    case 1 -> report(id, cluster, begin.plus(Duration.ofDays(30)));
                    default -> site(cluster).live(id, reportedAt(), day(begin).plusDays(30));
                };
        return new Publication(supplier, cluster, report.by(supplier), false);
    }

    private Report report(String id, String cluster, Instant at) {
        LocalDate before = day(at).minusDays(1 + random.nextInt(20));
        LocalDate due = day(begin).plusDays(random.nextInt(DAYS) - DAYS / 6);
        Report report =
                switch (random.nextInt(20)) {
                    case 0, 1, 2, 3 -> site(cluster).live(id, at, before);
                    case 4 -> site(cluster).reverted(id, at, before);
                    case 5 -> site(cluster).cancelled(id, at, before);
                    case 6 -> site(cluster).postponed(id, at);
                    case 7, 8 -> commitment(cluster, id, at, due);
                    case 9 -> Reports.on(cluster).release("p-1", "r-1").planned(id, at, due);
                    case 10 -> Reports.on(cluster).release("p-1", "r-1").delivered(id, at, before);
                    case 11 ->
                        Reports.on(cluster).contract("k-1", "buyer", "provider").signed(id, at, before);
                    default -> site(cluster).planned(id, at, due);
                };
        return random.nextInt(20) == 0 ? report.replaces("e-" + random.nextInt(number + 1)) : report;
    }

    private Report commitment(String cluster, String id, Instant at, LocalDate due) {
        String milestone = "promise-" + random.nextInt(6);
        Target target = random.nextInt(4) == 0
                ? Target.delivered("p-1", "r-1")
                : Target.goLives(1 + random.nextInt(SITES)).since(day(begin).minusDays(DAYS));
        return Reports.on(cluster).commitment(milestone, "A promise").committed(id, at, due, target);
    }

    private GoLiveReports site(String cluster) {
        int site = random.nextInt(SITES);
        return Reports.on(cluster).goLive("site-" + site, "p-" + site % 3, "r-" + site % 2);
    }

    private Instant reportedAt() {
        return begin.minus(Duration.ofSeconds(1 + random.nextInt(DAYS * 86_400)))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private String id() {
        return "e-" + number++;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).minusDays(1); // has begun in every zone
    }
}
