package io.rollouthub.domain.ledger;

import io.rollouthub.domain.fact.Histories.Admission;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.Contract;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.report.SupplierKey;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Something that follows from an entry of the journal. A row is the latest of its key; without a value the key has ceased to exist. */
public sealed interface Result {

    String key();

    @Nullable
    SpecificRecord value();

    /**
     * An alert opened, ended, or opened again with another start.
     *
     * @param isByTime whether time alone has made it, as of the value's instant; else an entry
     */
    record Transition(AlertTransition value, boolean isByTime) implements Result {
        @Override
        public String key() {
            return value.getAlertId();
        }
    }

    record AlertRow(Alert value, boolean isByTime) implements Result {
        @Override
        public String key() {
            return value.getAlertId();
        }
    }

    record MilestoneRow(String key, @Nullable MilestoneState value) implements Result {}

    record RevisionRow(String key, @Nullable PlanRevision value) implements Result {}

    record RateRow(String key, @Nullable DeliveryRate value) implements Result {}

    record ContractRow(String key, @Nullable Contract value) implements Result {}

    record SupplierRow(SupplierStatus value) implements Result {
        @Override
        public String key() {
            return new SupplierKey(value.getCluster(), value.getSupplier()).toString();
        }
    }

    record ClusterRow(ClusterStatus value) implements Result {
        @Override
        public String key() {
            return value.getCluster();
        }
    }

    record ForecastRow(String key, Forecast value) implements Result {}

    record SupplierRecordRow(SupplierRecord value) implements Result {
        @Override
        public String key() {
            return new SupplierKey(value.getCluster(), value.getSupplier()).toString();
        }
    }

    /** What becomes of a report that the gate let pass, of which its supplier is told (semantics 11). */
    sealed interface Judged extends Result {
        ReportEntry entry();

        /** Whether it names in {@code replaces} what no report on its thing is called yet. */
        boolean replacesUnknown();

        @Override
        default String key() {
            return entry().key();
        }
    }

    /**
     * A report that counts, or did already.
     *
     * @param isRepeat whether it is the same as one before, and adds nothing
     */
    record Admitted(ReportEntry entry, boolean isRepeat, boolean replacesUnknown) implements Judged {
        @Override
        public @Nullable SpecificRecord value() {
            return null;
        }
    }

    /**
     * A report that the ledger rejects.
     *
     * @param reason one of those that the ledger finds
     * @param detail a sentence on how to mend it, behind what the reason says; may be empty
     */
    record Rejection(ReportEntry entry, Admission reason, String detail, boolean replacesUnknown) implements Judged {

        @Override
        public JournalEntry value() {
            return entry.toRecord();
        }
    }
}
