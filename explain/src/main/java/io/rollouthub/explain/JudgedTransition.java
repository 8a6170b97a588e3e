package io.rollouthub.explain;

import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.programme.Thresholds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transition of an alert and what the ledger went by at that step.
 *
 * @param thresholds in force then
 * @param milestone it is about as it stood then; null if it had ceased to exist, or the alert is about a supplier
 * @param forecast behind the probability; only where MILESTONE_AT_RISK opens
 * @param unmet what the supplier owned that was not met; only where SUPPLIER_SILENT opens
 */
record JudgedTransition(
        AlertTransition alert,
        Thresholds thresholds,
        @Nullable MilestoneState milestone,
        @Nullable Forecast forecast,
        List<MilestoneState> unmet) {}
