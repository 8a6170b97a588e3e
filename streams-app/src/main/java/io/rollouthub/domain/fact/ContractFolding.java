package io.rollouthub.domain.fact;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.output.Contract;
import io.rollouthub.report.FactKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fold of a contract's history (semantics 4). */
final class ContractFolding {
    private ContractFolding() {}

    /** The contract, or null if there are no reports. Value, currency and term are the last that were given. */
    static @Nullable Contract fold(FactKey key, List<Report> standing) {
        if (standing.isEmpty()) {
            return null;
        }
        LocalDate signed = null;
        LocalDate terminated = null;
        BigDecimal value = null;
        String currency = null;
        Integer termMonths = null;
        for (Report report : standing) {
            ContractEvent event = (ContractEvent) report.event();
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
        Report last = standing.get(standing.size() - 1);
        ContractEvent event = (ContractEvent) last.event();
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
