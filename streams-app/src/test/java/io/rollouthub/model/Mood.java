package io.rollouthub.model;

/** What a random programme is mostly about. */
public enum Mood {
    /** A little of everything. */
    MIXED,
    /** Many sites going live, so that counts come and go near their dates. */
    GO_LIVES,
    /** Many sites with plans, of which some are kept and some are not, so that dates have a record. */
    PROMISES,
    /** Plans that move all the time. */
    SLIPS,
    /** Long silences. */
    SILENCE,
    /** Reports that replace others, come late, or come again. */
    CORRECTIONS,
    /** Instants and dates at the edges of days, due dates and silences. */
    BOUNDARIES,
    /** More reports on one thing than the ledger takes; dear, and so rare. */
    FLOOD;

    static Mood of(Chance chance) {
        if (chance.oneIn(1_000)) {
            return FLOOD;
        }
        return ofSmall(chance);
    }

    /** Any but the one that needs thousands of reports. */
    static Mood ofSmall(Chance chance) {
        return chance.pick(MIXED, GO_LIVES, PROMISES, PROMISES, SLIPS, SILENCE, CORRECTIONS, BOUNDARIES);
    }
}
