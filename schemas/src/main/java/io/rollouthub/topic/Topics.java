package io.rollouthub.topic;

import io.rollouthub.journal.AuditEntry;
import io.rollouthub.journal.GivenRights;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.JournalShape;
import io.rollouthub.journal.Parked;
import io.rollouthub.journal.PassedOver;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.Contract;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.JudgedUpTo;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.NextTimer;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.output.Progress;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.output.VerdictsTold;
import io.rollouthub.programme.Programme;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** The own topics of this process's hub. */
public final class Topics {
    /** Programme and, in a replay, ticks, on their way to the journal; one partition. */
    public static final Topic<JournalEntry> CONTROL = kept("control", JournalEntry.class);

    /**
     * The hub's clock, under {@link #TICK_KEY}; and pulses by which the hub asks Kafka for the time, so that ticks follow the
     * clock that stamps the suppliers' records: keys alone.
     */
    public static final Topic<JudgedUpTo> CLOCK = compacted("clock", JudgedUpTo.class);

    /** The programme in force, for everyone who needs it; one partition. */
    public static final Topic<Programme> PROGRAMME = compacted("programme", Programme.class);

    /** The key under which the programme stands on {@link #PROGRAMME}. */
    public static final String PROGRAMME_KEY = "programme";

    /** The key of a tick on the control topic and in the journal, and of the hub's clock. */
    public static final String TICK_KEY = "tick";

    /** The truth: facts, ticks and programmes in one total order a partition, keyed by cluster. */
    public static final Topic<JournalEntry> JOURNAL = kept("journal", JournalEntry.class);

    /** What the journal was when it was first seen, under {@link #SHAPE_KEY}; one partition. */
    public static final Topic<JournalShape> JOURNAL_SHAPE = compacted("journal-shape", JournalShape.class);

    /** The key of {@link #JOURNAL_SHAPE}. */
    public static final String SHAPE_KEY = "journal";

    /** Entries of the journal that are left out for good, each by an operator's decision; keyed by {@code <partition>/<offset>}; one partition. */
    public static final Topic<PassedOver> PASSED_OVER = compacted("passed-over", PassedOver.class);

    /** Suppliers' records that the hub could not process or pass on; keyed by {@code <topic's id>/<partition>/<offset>}; one partition. */
    public static final Topic<Parked> PARKED = compacted("parked", Parked.class);

    /**
     * Up to where in each partition of the journal suppliers have been told what became of their records; keyed by its number,
     * behind {@code imported/} up to where none was told as its entries were imported; one partition. What was told stays told, whatever is worked out anew.
     */
    public static final Topic<VerdictsTold> VERDICTS_TOLD = compacted("verdicts-told", VerdictsTold.class);

    /** Who had the hub do what; keyed by the command; one partition. */
    public static final Topic<AuditEntry> AUDIT = kept("audit", AuditEntry.class);

    /** The rights and quotas that the hub has made, under {@link #RIGHTS_KEY}; one partition. */
    public static final Topic<GivenRights> RIGHTS = compacted("rights", GivenRights.class);

    /** The key of {@link #RIGHTS}. */
    public static final String RIGHTS_KEY = "rights";

    public static final Topic<Alert> ALERTS = compacted("alerts", Alert.class);
    public static final Topic<AlertTransition> ALERT_TRANSITIONS = kept("alert-transitions", AlertTransition.class);
    public static final Topic<MilestoneState> MILESTONES = compacted("milestones", MilestoneState.class);
    public static final Topic<PlanRevision> PLAN_REVISIONS = compacted("plan-revisions", PlanRevision.class);
    public static final Topic<DeliveryRate> DELIVERY_RATES = compacted("delivery-rates", DeliveryRate.class);
    public static final Topic<ClusterStatus> CLUSTER_STATUS = compacted("cluster-status", ClusterStatus.class);
    public static final Topic<SupplierStatus> SUPPLIER_STATUS = compacted("supplier-status", SupplierStatus.class);
    public static final Topic<Contract> CONTRACTS = compacted("contracts", Contract.class);

    public static final Topic<Forecast> FORECASTS = compacted("forecasts", Forecast.class);
    public static final Topic<SupplierRecord> SUPPLIER_RECORDS = compacted("supplier-records", SupplierRecord.class);

    /** How far the ledger is with each partition of the journal; keyed by its number. */
    public static final Topic<Progress> PROGRESS = compacted("progress", Progress.class);

    /** What the ledger waits for with each partition of the journal, so that the gate knows when to tick; keyed by its number. */
    public static final Topic<NextTimer> TIMERS = compacted("timers", NextTimer.class);

    /** The ledger's results: partition for partition as the journal, so that a cluster's order survives. */
    public static final List<Topic<?>> OUTPUTS = List.of(
            ALERTS,
            ALERT_TRANSITIONS,
            MILESTONES,
            PLAN_REVISIONS,
            DELIVERY_RATES,
            CLUSTER_STATUS,
            SUPPLIER_STATUS,
            CONTRACTS,
            FORECASTS,
            SUPPLIER_RECORDS);

    /** All that the ledger writes, and writes anew after a reset: its results, its progress and its timers, partition for partition. */
    public static final List<Topic<?>> OF_LEDGER =
            Stream.concat(OUTPUTS.stream(), Stream.of(PROGRESS, TIMERS)).toList();

    /** What the hub feeds itself from, and what it keeps in mind: all of its own but what the ledger writes anew. */
    public static final List<Topic<?>> FEEDS = List.of(
            CONTROL, CLOCK, PROGRAMME, JOURNAL, JOURNAL_SHAPE, PASSED_OVER, PARKED, VERDICTS_TOLD, AUDIT, RIGHTS);

    private Topics() {}

    private static <V extends SpecificRecord> Topic<V> kept(String name, Class<V> type) {
        return new Topic<>(Prefix.own().topic(name), type, false);
    }

    private static <V extends SpecificRecord> Topic<V> compacted(String name, Class<V> type) {
        return new Topic<>(Prefix.own().topic(name), type, true);
    }
}
