package io.rollouthub.bench.mix;

import io.rollouthub.producer.Reports;
import io.rollouthub.producer.Target;
import io.rollouthub.report.EventStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The reports of a roll-out that is half done, as they arrive: twenty commitments, then the {@linkplain SiteStory stories} of
 * sites, all mixed, and of every 125 reports one on a release and one on a contract. Reported within the last 240 days, in order but
 * for those that come late; every one is right, so that the gate lets all pass. The same size, seed and day give the same reports.
 */
public record Mix(int reports, long seed, LocalDate today) {
    public static final long SEED = 20061031;

    private static final int COMMITMENTS = 20;
    private static final int REST = 125;

    /** In order of their arrival. */
    public List<Sent> sent() {
        Random random = new Random(seed);
        List<Sent> sent = new ArrayList<>();
        for (int number = 0; number < COMMITMENTS; number++) {
            sent.add(commitment(number));
        }
        for (int number = 0; sent.size() < reports; number++) {
            sent.addAll(new SiteStory(number, today, random).tell());
            if (number % (2 * REST / 8) == 0) {
                sent.add(release(number, random));
                sent.add(contract(number, random));
            }
        }
        sent.sort(Comparator.comparingDouble(Sent::arrival));
        return List.copyOf(sent.subList(0, reports));
    }

    /** How many reports have each status, with how many correct another and how many are older than one before them. */
    public static SortedMap<String, Integer> shares(List<Sent> sent) {
        SortedMap<String, Integer> shares = new TreeMap<>();
        Instant latest = Instant.MIN;
        for (Sent one : sent) {
            EventStatus status = one.report().status();
            shares.merge(status.name(), 1, Integer::sum);
            if (one.report().replaces() != null) {
                shares.merge("corrections", 1, Integer::sum);
            }
            if (one.report().reportedAt().isBefore(latest)) {
                shares.merge("late", 1, Integer::sum);
            } else {
                latest = one.report().reportedAt();
            }
        }
        return shares;
    }

    private Sent commitment(int number) {
        int sites = 10 + reports / 100;
        return Sent.of(
                number * 1e-9,
                Reports.on(MixProgramme.cluster(number))
                        .commitment("pledge-" + number, "So many sites by the day")
                        .committed(
                                "pledge-" + number,
                                ReportTime.at(today, 0),
                                today.plusDays(60 + 10L * number),
                                Target.goLives(sites).since(today.minusDays(ReportTime.DAYS)))
                        .by(MixProgramme.supplier(number)));
    }

    private Sent release(int number, Random random) {
        double arrival = random.nextDouble();
        int cluster = random.nextInt(MixProgramme.CLUSTERS);
        return Sent.of(
                arrival,
                Reports.on(MixProgramme.cluster(cluster))
                        .release("product-" + number % 3, "R" + number % 7)
                        .planned(
                                "release-" + number,
                                ReportTime.at(today, arrival),
                                today.plusDays(30 + random.nextInt(300)))
                        .by(MixProgramme.supplier(cluster)));
    }

    private Sent contract(int number, Random random) {
        double arrival = random.nextDouble();
        int cluster = random.nextInt(MixProgramme.CLUSTERS);
        Instant reportedAt = ReportTime.at(today, arrival);
        return Sent.of(
                arrival,
                Reports.on(MixProgramme.cluster(cluster))
                        .contract("contract-" + number, "buyer", "provider")
                        .signed(
                                "contract-" + number,
                                reportedAt,
                                ReportTime.day(reportedAt).minusDays(1))
                        .by(MixProgramme.supplier(cluster)));
    }
}
