package io.rollouthub.model;

/** How often what happens in a random programme. */
record Weights(Subjects subjects, Reports reports, Gaps gaps) {

    /** What events are about: weights among each other. */
    record Subjects(int goLive, int release, int commitment, int contract) {}

    /**
     * What they say.
     *
     * @param plan weight of plans among what is said
     * @param done weight of live, delivered, met, signed
     * @param replaces per cent that replace another
     * @param late per cent that were reported long before they were accepted
     * @param again per cent that come again, with the same content or another
     */
    record Reports(int plan, int done, int replaces, int late, int again) {}

    /**
     * How time goes by.
     *
     * @param farAway per cent of gaps of 41 to 150 days
     * @param edges per cent of gaps that end at, or a millisecond beside, an instant that matters
     * @param days weight of gaps of 1 to 4 days among those that are shorter
     * @param weeks weight of gaps of 6 to 20 days among those that are shorter
     */
    record Gaps(int farAway, int edges, int days, int weeks) {}

    static Weights of(Mood mood) {
        return switch (mood) {
            case MIXED ->
                new Weights(new Subjects(50, 14, 26, 10), new Reports(45, 30, 12, 20, 6), new Gaps(3, 12, 28, 7));
            case GO_LIVES ->
                new Weights(new Subjects(66, 4, 28, 2), new Reports(15, 70, 5, 10, 3), new Gaps(0, 8, 15, 0));
            case PROMISES ->
                new Weights(new Subjects(70, 8, 20, 2), new Reports(45, 38, 8, 20, 4), new Gaps(2, 10, 28, 7));
            case SLIPS ->
                new Weights(new Subjects(45, 18, 35, 2), new Reports(75, 12, 8, 15, 4), new Gaps(2, 10, 28, 7));
            case SILENCE ->
                new Weights(new Subjects(40, 20, 30, 10), new Reports(50, 25, 8, 15, 5), new Gaps(14, 15, 28, 7));
            case CORRECTIONS ->
                new Weights(new Subjects(46, 14, 26, 14), new Reports(45, 30, 45, 40, 18), new Gaps(2, 8, 28, 7));
            case BOUNDARIES ->
                new Weights(new Subjects(45, 15, 30, 10), new Reports(45, 30, 12, 20, 5), new Gaps(3, 50, 28, 7));
            case FLOOD -> new Weights(new Subjects(97, 1, 1, 1), new Reports(60, 20, 2, 20, 2), new Gaps(0, 2, 28, 7));
        };
    }
}
