package io.rollouthub.producer;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractStage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a contract.
 *
 * @param contract its identifier in the cluster
 */
public record ContractReports(String cluster, String contract, String buyer, String provider, Terms terms) {

    /**
     * A contract's figures, as far as they are told.
     *
     * @param value in {@code currency}, not negative, with at most two decimals
     * @param currency three capital letters of ISO 4217
     * @param months how long it runs, at least 1
     */
    public record Terms(
            @Nullable BigDecimal value,
            @Nullable String currency,
            @Nullable Integer months) {
        static final Terms UNKNOWN = new Terms(null, null, null);
    }

    /** The same with what the contract is worth: not negative, with at most two decimals; the currency by ISO 4217. */
    public ContractReports worth(BigDecimal value, String currency) {
        return new ContractReports(cluster, contract, buyer, provider, new Terms(value, currency, terms.months()));
    }

    /** The same with how long the contract runs, in months, at least 1. */
    public ContractReports months(int months) {
        return new ContractReports(
                cluster, contract, buyer, provider, new Terms(terms.value(), terms.currency(), months));
    }

    /** It is being negotiated. */
    public Report negotiating(String eventId, Instant reportedAt) {
        return report(eventId, reportedAt, ContractStage.NEGOTIATING, null);
    }

    /** It is being negotiated since a date. */
    public Report negotiating(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, ContractStage.NEGOTIATING, date);
    }

    /** The provider is chosen. */
    public Report preferred(String eventId, Instant reportedAt) {
        return report(eventId, reportedAt, ContractStage.PREFERRED, null);
    }

    /** The provider was chosen on a date. */
    public Report preferred(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, ContractStage.PREFERRED, date);
    }

    /** It was signed on a date, today at the latest. */
    public Report signed(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, ContractStage.SIGNED, date);
    }

    /** It was ended on a date, today at the latest. */
    public Report terminated(String eventId, Instant reportedAt, LocalDate date) {
        return report(eventId, reportedAt, ContractStage.TERMINATED, date);
    }

    private Report report(String eventId, Instant reportedAt, ContractStage stage, @Nullable LocalDate date) {
        return Report.of((supplier, source, replaces) -> new ContractEvent(
                eventId,
                reportedAt,
                supplier,
                cluster,
                contract,
                buyer,
                provider,
                stage,
                date,
                terms.value(),
                terms.currency(),
                terms.months(),
                source,
                replaces));
    }
}
