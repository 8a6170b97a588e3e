package io.rollouthub.model;

/** §4: the key of a history within its cluster; its id is the milestone's id, or the contract's. */
record FactKey(Kind kind, String id) {

    enum Kind {
        GO_LIVE,
        RELEASE,
        COMMITMENT,
        CONTRACT
    }

    /** §4: {@code go-live/<site>/<product>/<release>}. */
    static FactKey goLive(String site, String product, String release) {
        return new FactKey(Kind.GO_LIVE, "go-live/" + site + "/" + product + "/" + release);
    }

    /** §4: {@code release/<product>/<release>}. */
    static FactKey release(String product, String release) {
        return new FactKey(Kind.RELEASE, "release/" + product + "/" + release);
    }

    /** §4: a commitment goes by its own id, which has no slash. */
    static FactKey commitment(String milestone) {
        return new FactKey(Kind.COMMITMENT, milestone);
    }

    static FactKey contract(String contract) {
        return new FactKey(Kind.CONTRACT, contract);
    }
}
