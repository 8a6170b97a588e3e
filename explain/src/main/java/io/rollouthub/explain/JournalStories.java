package io.rollouthub.explain;

import io.rollouthub.check.ProgrammeFormat;
import io.rollouthub.domain.fact.Rights;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.programme.Programme;
import io.rollouthub.report.ClusterKeys;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.MilestoneKey;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.report.SupplierKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the journal tells of clusters, kept up as it grows: the reports, and with what the topics tell the stories on all that
 * they are about. For one thread at a time.
 */
public final class JournalStories {
    private final Predicate<String> wanted;
    private final Map<String, AcceptedReports> clusters = new HashMap<>();

    /** The programme in force by the journal's partitions, each of which has all of them. */
    private final Map<Integer, Programme> programmes = new HashMap<>();

    private final Map<Integer, Rights> rights = new HashMap<>();
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

    /** Of some clusters. */
    public static JournalStories on(Set<String> clusters) {
        return new JournalStories(clusters::contains);
    }

    /** Of clusters that are wanted when a report on them comes. */
    public JournalStories(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /** Takes in the next entry of a partition; only reports tell anything, which count by the programme in force there. */
    public void accept(int partition, JournalEntry entry) {
        Programme programme = Entry.of(entry).programme();
        if (programme != null) {
            adopt(partition, programme);
        }
        ReportedEvent report = Entry.of(entry).report();
        if (report == null) {
            return;
        }
        suppliers.add(new SupplierKey(report.cluster(), report.supplier()).toString());
        if (report.key().kind() != EventKind.CONTRACT) {
            milestones.add(new MilestoneKey(report.cluster(), report.key().milestone()).toString());
        }
        if (wanted.test(report.cluster())) {
            clusters.computeIfAbsent(report.cluster(), AcceptedReports::new)
                    .accept(report, entry, rights.get(partition));
        }
    }

    private void adopt(int partition, Programme next) {
        Programme before = programmes.get(partition);
        if (ProgrammeFormat.counts(before, next)) {
            Programme inForce = ProgrammeFormat.behind(before, next);
            programmes.put(partition, inForce);
            rights.put(partition, new Rights(inForce));
        }
    }

    /** Lets go of the reports on a cluster; the names in them stay known. */
    public void letGo(String cluster) {
        clusters.remove(cluster);
    }

    /** Takes over the reports on a cluster, of which it holds none. */
    public void takeBack(String cluster, JournalStories others) {
        AcceptedReports reports = others.clusters.get(cluster);
        if (reports != null) {
            clusters.put(cluster, reports);
        }
    }

    /** The story of an alert or a milestone so far; an {@link UnknownSubjectException} if nothing was reported on it. */
    public Story story(Subject subject, Told told) {
        AcceptedReports reports = clusters.get(subject.cluster());
        if (reports == null || !knows(subject)) {
            throw new UnknownSubjectException(subject.id(), subject.near(alike(subject)));
        }
        return new SubjectStory(subject, told, reports).tell();
    }

    /** Whether anything was reported on an alert's or milestone's subject. */
    public boolean knows(Subject subject) {
        return alike(subject).contains(ClusterKeys.path(subject.cluster()) + subject.name());
    }

    private SortedSet<String> alike(Subject subject) {
        return subject.isSupplier() ? suppliers : milestones;
    }

    /** The accepted reports on a known milestone, in report order. */
    public List<AcceptedReport> history(Subject milestone) {
        AcceptedReports reports = reports(milestone);
        return reports.of(milestone.key()).reports().stream()
                .map(report -> accepted(reports, report))
                .toList();
    }

    /** The reports behind a known alert, in report order: those of a name that are on its subject, if any are. */
    public List<AcceptedReport> causes(Subject alert, Collection<String> causes) {
        AcceptedReports reports = reports(alert);
        return causes.stream()
                .flatMap(cause -> meant(reports.named(cause), alert).stream())
                .sorted()
                .map(report -> accepted(reports, report))
                .toList();
    }

    /** The reports on a cluster that replace one which has not come, in report order. */
    public List<AcceptedReport> replacingUnknown(String cluster) {
        AcceptedReports reports = clusters.get(cluster);
        return reports == null
                ? List.of()
                : reports.replacingUnknown().stream()
                        .map(report -> accepted(reports, report))
                        .toList();
    }

    private AcceptedReports reports(Subject known) {
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
}
