package io.rollouthub.model;

import static org.assertj.core.api.Assertions.tuple;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.testkit.Events;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;

/** A journal written by hand, with a cluster, a supplier and one thing of each kind; days count from 2020-01-01 UTC. */
final class TinyJournal {
    final Model model = new Model();

    static LocalDate date(int n) {
        return LocalDate.of(2020, 1, 1).plusDays(n);
    }

    static Instant day(int n) {
        return Instant.parse(date(n) + "T00:00:00Z");
    }

    void programme(String zone, int silentAfterDays) {
        programme(zone, new Thresholds(0.20, null, 30, 3, silentAfterDays));
    }

    void programme(String zone, Thresholds thresholds) {
        apply(
                0,
                Programme.newBuilder()
                        .setProgramme("test")
                        .setName("Test")
                        .setZone(zone)
                        .setClusters(List.of())
                        .setSuppliers(List.of())
                        .setThresholds(thresholds)
                        .build());
    }

    void tick(int on) {
        apply(on, new Tick());
    }

    /** The site's go-live is planned. */
    void plan(int acceptedOn, String eventId, int reportedOn, int due, @Nullable String replaces) {
        GoLiveEvent.Builder event = Events.goLive(eventId, GoLiveStatus.PLANNED, date(due));
        apply(
                acceptedOn,
                event.setReportedAt(day(reportedOn))
                        .setSupplier("a")
                        .setCluster("c")
                        .setReplaces(replaces)
                        .build());
    }

    /** A site's go-live is reported on. */
    void site(String site, int on, GoLiveStatus status, int date) {
        GoLiveEvent.Builder event = Events.goLive(site + "-" + status + "-" + on, status, date(date));
        apply(
                on,
                event.setReportedAt(day(on))
                        .setSupplier("a")
                        .setCluster("c")
                        .setSite(site)
                        .build());
    }

    /** So many go-lives are promised. */
    void commit(int on, String eventId, int count, int due) {
        MilestoneEvent.Builder event = Events.commitment(eventId, MilestoneStatus.COMMITTED, date(due));
        event.setTarget(new GoLiveCount(count, null, null, null));
        apply(on, event.setReportedAt(day(on)).setSupplier("a").setCluster("c").build());
    }

    /** The contract is negotiated, which no alert looks at. */
    void negotiate(int acceptedOn, String eventId, int reportedOn, @Nullable String value) {
        ContractEvent.Builder event = Events.contract(eventId, ContractStage.NEGOTIATING, null);
        event.setValue(value == null ? null : new BigDecimal(value));
        apply(
                acceptedOn,
                event.setReportedAt(day(reportedOn))
                        .setSupplier("a")
                        .setCluster("c")
                        .build());
    }

    private void apply(int on, Object entry) {
        model.apply(new JournalEntry(day(on), null, entry));
    }

    /** Of all transitions: when, which, what, since when. */
    List<Tuple> transitions() {
        return model.transitions().stream()
                .map(t -> tuple(t.at(), t.alertId(), t.resolution() == null ? t.state() : t.resolution(), t.startsAt()))
                .toList();
    }
}
