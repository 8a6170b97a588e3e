package io.rollouthub.bench.flink;

import io.rollouthub.output.Status;

/** What a cluster, or a supplier in it, adds up to. */
public final class Totals {
    public long accepted;
    public int live;
    public int livePlanned;
    public int planned;
    public int pending;
    public int met;
    public int metLate;
    public int missed;
    public int withdrawn;
    public int openAlerts;
    public long lastAcceptedAt;
    public String lastEventId = "";

    void count(Status status, int by) {
        switch (status) {
            case PENDING -> pending += by;
            case MET -> met += by;
            case MET_LATE -> metLate += by;
            case MISSED -> missed += by;
            default -> withdrawn += by;
        }
    }
}
