package io.rollouthub.producer;

/**
 * Where every report begins: the cluster, then the thing, then what happened to it.
 *
 * <p>Each status asks for exactly what belongs to it, so a date can neither be missing nor be there where none belongs.
 * Every report takes an {@code eventId}, which is unique for its supplier, and {@code reportedAt}, the instant at which
 * the supplier says so, in whole milliseconds. What is kept may be used for any number of reports.
 *
 * @param cluster the region that is reported on
 */
public record Reports(String cluster) {

    /** Reports on a cluster. */
    public static Reports on(String cluster) {
        return new Reports(cluster);
    }

    /** Reports on a site's going live on a release of a product. */
    public GoLiveReports goLive(String site, String product, String release) {
        return new GoLiveReports(cluster, site, null, product, release);
    }

    /** Reports on the delivery of a release of a product. */
    public ReleaseReports release(String product, String release) {
        return new ReleaseReports(cluster, product, release);
    }

    /**
     * Reports on a promise.
     *
     * @param milestone its identifier in the cluster
     * @param title what is promised, for people, up to 200 characters
     */
    public CommitmentReports commitment(String milestone, String title) {
        return new CommitmentReports(cluster, milestone, title);
    }

    /**
     * Reports on a contract.
     *
     * @param contract its identifier in the cluster
     * @param buyer an identifier
     * @param provider an identifier
     */
    public ContractReports contract(String contract, String buyer, String provider) {
        return new ContractReports(cluster, contract, buyer, provider, ContractReports.Terms.UNKNOWN);
    }
}
