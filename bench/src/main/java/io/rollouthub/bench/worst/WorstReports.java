package io.rollouthub.bench.worst;

import io.rollouthub.producer.CommitmentReports;
import io.rollouthub.producer.GoLiveReports;
import io.rollouthub.producer.Report;
import io.rollouthub.producer.Reports;
import io.rollouthub.producer.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/**
 * The dearest valid reports that one who knows the rules can write, on each of its clusters in turn: go-lives for each of
 * which hundreds of commitments are counted anew, told late and in months long gone; histories of nearly a thousand reports,
 * to which one is added at the begin, or of which one is replaced; texts and identifiers as long as they may be, and not to be
 * compressed. For one thread.
 */
public final class WorstReports {
    /** Of a cluster; each counts all its go-lives, from a day of its own on. */
    private static final int COMMITMENTS = 500;

    /** For one thing; 1,000 are allowed. */
    private static final int MOST_REPORTS = 990;

    private static final int HISTORIES = 20;
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);
    private static final Instant TOLD = Instant.parse("2025-01-01T00:00:00Z");

    /** Characters of four bytes in UTF-8 each, which are counted as one, and tens of thousands of which are letters. */
    private static final int WIDE = 0x20000;

    private static final int WIDE_LETTERS = 0xA000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SOURCE = 1_000;

    private final Random random;
    private final String supplier;
    private final List<Place> places = new ArrayList<>();
    private int next;
    private long events;

    /** What has been reported of one cluster. */
    private static final class Place {
        private final String cluster;
        private final List<History> histories = new ArrayList<>();
        private int commitments;
        private int sites;

        Place(String cluster) {
            this.cluster = cluster;
        }
    }

    /** A site and what it was last reported under. */
    private static final class History {
        private final GoLiveReports site;
        private int reports;
        private String last = "";

        History(GoLiveReports site) {
            this.site = site;
        }
    }

    public WorstReports(Random random, String supplier, List<String> clusters) {
        this.random = random;
        this.supplier = supplier;
        clusters.forEach(cluster -> places.add(new Place(cluster)));
    }

    /** The next one. */
    public SpecificRecord next() {
        Place place = places.get(next++ % places.size());
        Report report =
                switch (random.nextInt(8)) {
                    case 0 -> place.commitments < COMMITMENTS ? commitment(place) : live(place);
                    case 1, 2, 3 -> live(place);
                    default -> history(place);
                };
        return report.source(text(LONGEST_SOURCE)).by(supplier);
    }

    private Report commitment(Place place) {
        int number = place.commitments++;
        CommitmentReports reports =
                Reports.on(place.cluster).commitment(longest("milestone-" + number), text(LONGEST_NAME));
        return reports.committed(
                event(),
                TOLD.plusSeconds(number),
                LAST,
                Target.goLives(1_000_000).since(FIRST.plusDays(number)));
    }

    /** A new site, which was live long ago, and which all commitments count. */
    private Report live(Place place) {
        return site(place, place.sites++)
                .live(event(), TOLD.plusSeconds(random.nextInt(86_400)), FIRST.plusDays(random.nextInt(12_000)));
    }

    /** Told before all that is known of the thing, so that all of it is to be gone through; every third replaces another one. */
    private Report history(Place place) {
        if (place.histories.size() < HISTORIES) {
            place.histories.add(new History(site(place, place.sites++)));
        }
        int chosen = random.nextInt(place.histories.size());
        History history = place.histories.get(chosen);
        if (history.reports++ == MOST_REPORTS) {
            history = new History(site(place, place.sites++));
            history.reports++;
            place.histories.set(chosen, history);
        }
        String event = event();
        Instant told = TOLD.minusSeconds(history.reports * 86_400L);
        Report report =
                switch (history.reports % 4) {
                    case 0 -> history.site.postponed(event, told);
                    case 1 -> history.site.live(event, told, FIRST.plusDays(random.nextInt(12_000)));
                    case 2 -> history.site.reverted(event, told, FIRST.plusDays(random.nextInt(12_000)));
                    default -> history.site.planned(event, told, LAST.minusDays(history.reports));
                };
        if (history.reports % 3 == 0 && !history.last.isEmpty()) {
            report = report.replaces(history.last);
        }
        history.last = event;
        return report;
    }

    private GoLiveReports site(Place place, int number) {
        return Reports.on(place.cluster)
                .goLive(longest("site-" + number), longest("product-" + number), longest("release-" + number))
                .named(text(LONGEST_NAME));
    }

    /** Which no compression makes much shorter. */
    private String text(int length) {
        StringBuilder text = new StringBuilder(2 * length);
        random.ints(length, WIDE, WIDE + WIDE_LETTERS).forEach(text::appendCodePoint);
        return text.toString();
    }

    private String event() {
        return longest("event-" + events++);
    }

    /** As long as an identifier may be. */
    private static String longest(String name) {
        return name + "-".repeat(64 - name.length());
    }
}
