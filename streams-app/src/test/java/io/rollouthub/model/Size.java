package io.rollouthub.model;

/** How much of everything a random programme has; little of each, so that reports often meet. */
public record Size(
        int clusters,
        int suppliers,
        int sites,
        int products,
        int releases,
        int commitments,
        int contracts,
        int entries) {

    /** So little that hundreds are tried in no time; reports meet as often. */
    static Size small(Mood mood, Chance chance) {
        if (mood == Mood.PROMISES) {
            return new Size(
                    1,
                    chance.between(1, 2),
                    chance.between(6, 12),
                    1,
                    1,
                    chance.between(1, 3),
                    1,
                    chance.between(100, 180));
        }
        return new Size(
                chance.between(1, 2),
                chance.between(1, 2),
                chance.between(1, 4),
                1,
                chance.between(1, 2),
                chance.between(1, 3),
                1,
                chance.between(20, 60));
    }

    static Size of(Mood mood, Chance chance) {
        return switch (mood) {
            case GO_LIVES ->
                new Size(
                        chance.between(1, 2),
                        chance.between(1, 3),
                        chance.between(10, 40),
                        chance.between(1, 2),
                        chance.between(1, 2),
                        chance.between(3, 6),
                        1,
                        chance.between(200, 450));
            case PROMISES ->
                new Size(
                        chance.between(1, 2),
                        chance.between(1, 3),
                        chance.between(10, 30),
                        chance.between(1, 2),
                        chance.between(1, 2),
                        chance.between(3, 6),
                        1,
                        chance.between(150, 400));
            case FLOOD -> new Size(1, chance.between(1, 2), 1, 1, 1, 1, 1, 1_300);
            case MIXED, SLIPS, SILENCE, CORRECTIONS, BOUNDARIES ->
                new Size(
                        chance.between(1, 4),
                        chance.between(1, 4),
                        chance.between(2, mood == Mood.CORRECTIONS ? 12 : 6),
                        chance.between(1, 2),
                        chance.between(1, 3),
                        chance.between(2, mood == Mood.CORRECTIONS ? 10 : 5),
                        chance.between(1, 2),
                        chance.between(80, 400));
        };
    }
}
