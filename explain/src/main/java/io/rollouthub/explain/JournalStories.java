package io.rollouthub.explain;

import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.MilestoneKey;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.report.SupplierKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the journal tells of clusters, kept up as it grows: the reports, and stories on all that they are about. For one
 * thread at a time.
 */
public final class JournalStories {
    private final Predicate<String> wanted;
    private final Map<Integer, Lane> partitions = new HashMap<>();
    private final Map<String, ClusterEvidence> clusters = new HashMap<>();
    private final SortedSet<String> milestones = new TreeSet<>();
    private final SortedSet<String> suppliers = new TreeSet<>();

    /**
     * A report, when it was accepted, whether it stands, as none has replaced it, and what it says behind its
     * supplier's name.
     */
    public record AcceptedReport(ReportedEvent report, Instant acceptedAt, boolean standing, String words) {}

    /** Of all clusters. */
    public JournalStories() {
        this(cluster -> true);
    }

    /** Of one subject's cluster; of others only names are noted, should the subject's be mistyped. */
    public static JournalStories on(Subject subject) {
        return new JournalStories(subject.cluster()::equals);
    }

    private JournalStories(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    public void accept(int partition, JournalEntry entry) {
        Lane lane = partitions.computeIfAbsent(partition, number -> new Lane());
        ReportedEvent report = Entry.of(entry).report();
        if (report == null) {
            lane.accept(entry);
            return;
        }
        suppliers.add(new SupplierKey(report.cluster(), report.supplier()).toString());
        if (report.key().kind() != EventKind.CONTRACT) {
            milestones.add(new MilestoneKey(report.cluster(), report.key().milestone()).toString());
        }
        if (wanted.test(report.cluster())) {
            clusters.computeIfAbsent(report.cluster(), lane::evidenceOn).accept(entry);
        }
    }

    /** The story of an alert or a milestone so far; an {@link UnknownSubjectException} if nothing was reported on it. */
    public Story story(Subject subject) {
        ClusterEvidence evidence = clusters.get(subject.cluster());
        if (evidence == null || !knows(subject)) {
            throw new UnknownSubjectException(subject.id(), subject.near(alike(subject)));
        }
        return new SubjectStory(subject, evidence).tell();
    }

    /** Whether anything was reported on an alert's or milestone's subject. */
    public boolean knows(Subject subject) {
        return alike(subject).contains(subject.cluster() + "/" + subject.name());
    }

    private SortedSet<String> alike(Subject subject) {
        return subject.isSupplier() ? suppliers : milestones;
    }

    /** The accepted reports on a known milestone, in report order. */
    public List<AcceptedReport> history(Subject milestone) {
        AcceptedReports reports = evidence(milestone).reports();
        return reports.of(milestone.key()).reports().stream()
                .map(report -> accepted(reports, report))
                .toList();
    }

    /** The reports behind a known alert, in report order: those of a name that are on its subject, if any are. */
    public List<AcceptedReport> causes(Subject alert, Collection<String> causes) {
        AcceptedReports reports = evidence(alert).reports();
        return causes.stream()
                .flatMap(cause -> meant(reports.named(cause), alert).stream())
                .sorted()
                .map(report -> accepted(reports, report))
                .toList();
    }

    private ClusterEvidence evidence(Subject known) {
        return Objects.requireNonNull(clusters.get(known.cluster()));
    }

    private static List<ReportedEvent> meant(List<ReportedEvent> named, Subject alert) {
        List<ReportedEvent> onIt = named.stream()
                .filter(report -> !alert.isSupplier() && report.key().equals(alert.key()))
                .toList();
        return onIt.isEmpty() ? named : onIt;
    }

    private static AcceptedReport accepted(AcceptedReports reports, ReportedEvent report) {
        boolean standing = reports.of(report.key()).standing().contains(report);
        return new AcceptedReport(report, reports.acceptedAt(report), standing, Words.report(report));
    }

    /** What a milestone's probability was worked out from; null if it has none. */
    public @Nullable Forecast forecast(MilestoneState milestone) {
        ClusterEvidence evidence = clusters.get(milestone.getCluster());
        return evidence == null ? null : evidence.forecast(milestone);
    }

    /** What forecasts of a whole cluster go by; null while there is too little of it. */
    public @Nullable Exposure exposure(String cluster) {
        ClusterEvidence evidence = clusters.get(cluster);
        return evidence == null ? null : evidence.exposure();
    }

    /** One partition: what is said to all clusters in it goes to those that there are, and is kept for those to come. */
    private static final class Lane {
        private final List<JournalEntry> programmes = new ArrayList<>();
        private final List<ClusterEvidence> all = new ArrayList<>();
        private @Nullable JournalEntry tick;

        void accept(JournalEntry entry) {
            if (Entry.of(entry).programme() != null) {
                programmes.add(entry);
            } else if (tick == null || entry.getAcceptedAt().isAfter(tick.getAcceptedAt())) {
                tick = entry;
            }
            all.forEach(evidence -> evidence.accept(entry));
        }

        /** Begins with a cluster; for one without a report it is enough to know how late it is. */
        ClusterEvidence evidenceOn(String cluster) {
            ClusterEvidence evidence = new ClusterEvidence(cluster);
            programmes.forEach(evidence::accept);
            if (tick != null) {
                evidence.accept(tick);
            }
            all.add(evidence);
            return evidence;
        }
    }
}
