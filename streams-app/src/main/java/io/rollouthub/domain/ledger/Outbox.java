package io.rollouthub.domain.ledger;

import io.rollouthub.domain.fact.Histories;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.Contract;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.output.SupplierStatus;
import org.jspecify.annotations.Nullable;

/** Where the ledger's results go, in the order in which it calls; a null value means that the key has ceased to exist. */
public interface Outbox {

    void transition(AlertTransition transition);

    void alert(Alert alert);

    void milestone(String key, @Nullable MilestoneState milestone);

    void revision(String key, @Nullable PlanRevision revision);

    void rate(String key, @Nullable DeliveryRate rate);

    void cluster(ClusterStatus cluster);

    void supplier(SupplierStatus supplier);

    void contract(String key, @Nullable Contract contract);

    /** An entry that the ledger refuses: DUPLICATE_ID or TOO_MANY_REVISIONS. */
    void refuse(JournalEntry entry, Histories.Verdict reason);
}
