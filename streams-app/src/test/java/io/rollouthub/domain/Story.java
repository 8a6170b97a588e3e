package io.rollouthub.domain;

import io.rollouthub.domain.ledger.DerivedTables;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseStage;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.laws.Recording;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.testkit.Events;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A journal told by hand, and what the ledger makes of it: cluster {@code south}, supplier {@code acme}, product {@code
 * p}, release {@code r}, site {@code s}, commitment {@code m} and contract {@code k}, unless said otherwise.
 *
 * <p>{@link #on(String)} sets when what follows was accepted, {@link #reported}, {@link #by}, {@link #id}, {@link #replacing},
 * {@link #writtenIn} and {@link #of} the next report alone, which is otherwise reported when it is accepted, with the ids e1, e2, …
 */
public final class Story {
    public static final String GO_LIVE = "go-live/s/p/r";
    public static final String RELEASE = "release/p/r";

    /** Every result. */
    public final Recording ledger;

    private final String zone;
    private Instant acceptedAt = Instant.EPOCH;
    private int reports;
    private int transitionsTold;
    private boolean roundByRound = true;
    private @Nullable Instant reportedAt;
    private String supplier = "acme";
    private @Nullable String eventId;
    private @Nullable String replaces;
    private @Nullable String source;
    private String cluster = "south";
    private @Nullable String thing;

    private Story(String zone, Tables tables, DerivedTables memory) {
        this.zone = zone;
        this.ledger = new Recording(tables, memory);
        thresholds(new Thresholds(0.20, null, 30, 3, 35));
    }

    public static Story in(String zone) {
        return new Story(zone, Tables.inMemory(), DerivedTables.empty());
    }

    public static Story keptIn(Tables tables) {
        return keptIn(tables, DerivedTables.empty());
    }

    public static Story keptIn(Tables tables, DerivedTables memory) {
        return new Story("UTC", tables, memory);
    }

    public Story thresholds(Thresholds thresholds) {
        return programme(zone, thresholds);
    }

    /** A new programme, maybe with another zone. */
    public Story programme(String newZone, Thresholds thresholds) {
        return programme(Programme.newBuilder()
                .setProgramme("test")
                .setName("Test")
                .setZone(newZone)
                .setClusters(List.of())
                .setSuppliers(List.of())
                .setThresholds(thresholds)
                .build());
    }

    public Story programme(Programme programme) {
        return entry(programme);
    }

    /** When what follows is accepted. */
    public Story on(String instant) {
        acceptedAt = Instant.parse(instant);
        return this;
    }

    public Story tick(String instant) {
        return on(instant).entry(new Tick());
    }

    public Story reported(String instant) {
        reportedAt = Instant.parse(instant);
        return this;
    }

    public Story by(String otherSupplier) {
        supplier = otherSupplier;
        return this;
    }

    public Story id(String ownEventId) {
        eventId = ownEventId;
        return this;
    }

    public Story replacing(String replacedEventId) {
        replaces = replacedEventId;
        return this;
    }

    /** Where a go-live's next report is written. */
    public Story writtenIn(String document) {
        source = document;
        return this;
    }

    public Story inCluster(String otherCluster) {
        cluster = otherCluster;
        return this;
    }

    /** Another site, commitment or contract. */
    public Story of(String otherThing) {
        thing = otherThing;
        return this;
    }

    public Story planned(String date) {
        return goLive(GoLiveStatus.PLANNED, date);
    }

    public Story live(String date) {
        return goLive(GoLiveStatus.LIVE, date);
    }

    public Story goLive(GoLiveStatus status, @Nullable String date) {
        return goLive(status, date, "p", "r");
    }

    public Story goLive(GoLiveStatus status, @Nullable String date, String product, String release) {
        return report(Events.goLive(nextId(), status, dateOf(date))
                .setReportedAt(nextReportedAt())
                .setSupplier(supplier)
                .setCluster(cluster)
                .setSite(thing("s"))
                .setProduct(product)
                .setRelease(release)
                .setSource(source)
                .setReplaces(replaces)
                .build());
    }

    public Story release(ReleaseStage stage, @Nullable String date) {
        return report(Events.release(nextId(), stage, dateOf(date))
                .setReportedAt(nextReportedAt())
                .setSupplier(supplier)
                .setCluster(cluster)
                .setReplaces(replaces)
                .build());
    }

    public Story committed(String due, @Nullable Object target) {
        return commitment(MilestoneStatus.COMMITTED, due, target);
    }

    public Story commitment(MilestoneStatus status, @Nullable String date, @Nullable Object target) {
        return report(Events.commitment(nextId(), status, dateOf(date))
                .setReportedAt(nextReportedAt())
                .setSupplier(supplier)
                .setCluster(cluster)
                .setMilestone(thing("m"))
                .setTitle(status == MilestoneStatus.COMMITTED ? "Promise of " + date : "ignored")
                .setTarget(target)
                .setReplaces(replaces)
                .build());
    }

    public Story contract(ContractStage stage, @Nullable String date, @Nullable String value) {
        return report(Events.contract(nextId(), stage, dateOf(date))
                .setReportedAt(nextReportedAt())
                .setSupplier(supplier)
                .setCluster(cluster)
                .setContract(thing("k"))
                .setValue(value == null ? null : new BigDecimal(value))
                .setCurrency(value == null ? null : "GBP")
                .setTermMonths(value == null ? null : 12)
                .setReplaces(replaces)
                .build());
    }

    public Story report(SpecificRecord event) {
        reports++;
        reportedAt = null;
        supplier = "acme";
        eventId = null;
        replaces = null;
        source = null;
        cluster = "south";
        thing = null;
        return entry(event);
    }

    private Story entry(Object entry) {
        JournalEntry next = new JournalEntry(acceptedAt, null, entry);
        if (roundByRound) {
            ledger.apply(next);
        } else {
            ledger.applyWithoutRound(next);
        }
        return this;
    }

    /** From here on figures are owed until the ledger is asked for a round. */
    public Story withoutRounds() {
        roundByRound = false;
        return this;
    }

    private String nextId() {
        return eventId == null ? "e" + (reports + 1) : eventId;
    }

    private Instant nextReportedAt() {
        return reportedAt == null ? acceptedAt : reportedAt;
    }

    private String thing(String usual) {
        return thing == null ? usual : thing;
    }

    private static @Nullable LocalDate dateOf(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date);
    }

    /** The transitions since the last call, as {@code <at> <alertId without cluster> <episode> OPEN since <start>}. */
    public List<String> news() {
        List<String> news = new ArrayList<>();
        for (AlertTransition t : ledger.transitions.subList(transitionsTold, ledger.transitions.size())) {
            String what = t.getState() == AlertState.OPEN
                    ? "OPEN since " + t.getStartsAt()
                    : t.getResolution().name();
            news.add(t.getAt() + " " + t.getKind() + "/" + t.getSubject() + " " + t.getEpisode() + " " + what);
        }
        transitionsTold = ledger.transitions.size();
        return news;
    }

    public @Nullable MilestoneState milestoneOrNone(String id) {
        return ledger.milestones.get("south/" + id);
    }

    public MilestoneState milestone(String id) {
        return Objects.requireNonNull(milestoneOrNone(id), id);
    }

    /** An alert by kind and subject. */
    public Alert alert(String id) {
        return Objects.requireNonNull(ledger.alerts.get("south/" + id), id);
    }

    /** A row by month, maybe with a part behind it. */
    public DeliveryRate rate(String key) {
        return Objects.requireNonNull(ledger.rates.get("south/" + key), key);
    }

    public ClusterStatus cluster() {
        return Objects.requireNonNull(ledger.clusters.get("south"));
    }

    public SupplierStatus supplier(String id) {
        return Objects.requireNonNull(ledger.suppliers.get("south/" + id), id);
    }
}
