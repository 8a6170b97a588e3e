package io.rollouthub.bench.mix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A time in which nobody reports anything.
 *
 * @param name what it is, for people
 * @param before what was reported before it
 * @param days how long it is
 */
public record Silence(String name, List<Sent> before, int days) {
    private static final int YEAR = 365;
    private static final int MILESTONES = 1_000;
    private static final int CLUSTERS = 10;
    private static final int COMMITMENTS = 300;
    private static final int LIVES = 600;

    /** A year in which a thousand go-lives are due, some each day. */
    public static Silence ofAYear(LocalDate today) {
        return new Silence("a year, 1,000 milestones", new DueSites(today, YEAR).planned(MILESTONES, CLUSTERS), YEAR);
    }

    /** Ten years behind three hundred commitments of one cluster, to more go-lives than there are. */
    public static Silence ofTenYears(LocalDate today) {
        CountedLives counted = new CountedLives(COMMITMENTS, false, today);
        List<Sent> before = new ArrayList<>(counted.pledges());
        before.addAll(counted.lives(LIVES));
        return new Silence("ten years, 300 commitments to a number of go-lives", before, 10 * YEAR);
    }
}
