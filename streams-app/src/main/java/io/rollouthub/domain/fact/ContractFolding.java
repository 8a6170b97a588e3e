package io.rollouthub.domain.fact;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.output.Contract;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fold of a contract's history (semantics 4). */
final class ContractFolding {
    private ContractFolding() {}

    /** The contract, or null if there are no reports. Value, currency and term are the last that were given. */
    static @Nullable Contract fold(FactKey key, List<ReportedEvent> standing) {
        if (standing.isEmpty()) {
            return null;
        }
        LocalDate signed = null;
        LocalDate terminated = null;
        BigDecimal value = null;
        String currency = null;
        Integer termMonths = null;
        for (ReportedEvent report : standing) {
            ContractEvent event = Objects.requireNonNull(report.contract());
            switch (event.getStage()) {
                case SIGNED -> {
                    signed = event.getDate();
                    terminated = null;
                }
                case TERMINATED -> terminated = event.getDate();
                case NEGOTIATING, PREFERRED, UNKNOWN -> {}
            }
            value = event.getValue() == null ? value : event.getValue();
            currency = event.getCurrency() == null ? currency : event.getCurrency();
            termMonths = event.getTermMonths() == null ? termMonths : event.getTermMonths();
        }
        ReportedEvent last = standing.get(standing.size() - 1);
        ContractEvent event = Objects.requireNonNull(last.contract());
        return Contract.newBuilder()
                .setCluster(key.cluster())
                .setContract(key.id())
                .setBuyer(event.getBuyer())
                .setProvider(event.getProvider())
                .setStage(event.getStage())
                .setSignedOn(signed)
                .setTerminatedOn(terminated)
                .setValue(value)
                .setCurrency(currency)
                .setTermMonths(termMonths)
                .setSupplier(last.supplier())
                .setReportedAt(last.reportedAt())
                .build();
    }
}
