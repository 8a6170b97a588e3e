package io.rollouthub.bench.mix;

import io.rollouthub.producer.Reports;
import io.rollouthub.producer.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Go-lives of one cluster, each of which counts for all of its open commitments.
 *
 * @param commitments how many there are, all to a number of go-lives that is never reached
 * @param alike whether all count the same go-lives; else each counts from another day on
 */
public record CountedLives(int commitments, boolean alike, LocalDate today) {
    private static final int MANY = 1_000_000;
    private static final int CLUSTER = 7;

    /** The commitments. */
    public List<Sent> pledges() {
        return IntStream.range(0, commitments).mapToObj(this::pledge).toList();
    }

    private Sent pledge(int number) {
        LocalDate since = today.minusDays(ReportTime.DAYS + 10L + (alike ? 0 : number));
        return Sent.of(
                0,
                Reports.on(MixProgramme.cluster(CLUSTER))
                        .commitment("pledge-" + number, "So many sites by the day")
                        .committed(
                                "pledge-" + number,
                                ReportTime.at(today, 0),
                                today.plusDays(30 + number % 300),
                                Target.goLives(MANY).since(since))
                        .by(MixProgramme.supplier(CLUSTER)));
    }

    /** So many sites that go live, at about the same pace. */
    public List<Sent> lives(int sites) {
        return IntStream.range(0, sites).mapToObj(number -> live(number, sites)).toList();
    }

    private Sent live(int number, int sites) {
        double arrival = (double) number / sites;
        LocalDate date = ReportTime.day(ReportTime.at(today, arrival));
        return Sent.of(
                arrival,
                Reports.on(MixProgramme.cluster(CLUSTER))
                        .goLive("site-" + number, "product-" + number % 3, "R" + number % 7)
                        .live("live-" + number, ReportTime.at(today, arrival), date.minusDays(1))
                        .by(MixProgramme.supplier(CLUSTER)));
    }
}
