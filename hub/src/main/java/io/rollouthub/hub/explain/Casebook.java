package io.rollouthub.hub.explain;

import io.rollouthub.domain.fact.FactKey;
import io.rollouthub.domain.fact.Report;
import io.rollouthub.journal.JournalEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects from the journal what a story needs, and all names, should the story's be mistyped. For one thread. */
public final class Casebook {
    private final Subject subject;
    private final Map<Integer, Evidence> partitions = new HashMap<>();
    private final SortedSet<String> milestones = new TreeSet<>();
    private final SortedSet<String> suppliers = new TreeSet<>();

    public Casebook(Subject subject) {
        this.subject = subject;
    }

    /** Takes in the next entry of a partition of the journal. */
    public void accept(int partition, JournalEntry entry) {
        Report report = Report.of(entry.getEntry());
        if (report != null) {
            suppliers.add(report.cluster() + "/" + report.supplier());
            if (report.key().kind() != FactKey.Kind.CONTRACT) {
                milestones.add(report.cluster() + "/" + report.key().milestone());
            }
        }
        partitions
                .computeIfAbsent(partition, number -> new Evidence(subject.cluster()))
                .accept(entry);
    }

    /**
     * The story, as far as the journal has been taken in.
     *
     * @throws UnknownSubjectException if nothing was reported on the subject
     */
    public Story story() {
        SortedSet<String> known = subject.isSupplier() ? suppliers : milestones;
        Evidence evidence = evidence();
        if (evidence == null || !known.contains(subject.cluster() + "/" + subject.name())) {
            throw new UnknownSubjectException(subject.id(), NearNames.of(subject, known));
        }
        return subject.isSupplier()
                ? new SupplierStory(subject, evidence).tell()
                : new MilestoneStory(subject, evidence).tell();
    }

    /** That of the one partition in which the cluster's reports are. */
    private @Nullable Evidence evidence() {
        return partitions.values().stream()
                .filter(evidence -> !evidence.archive().isEmpty())
                .findFirst()
                .orElse(null);
    }
}
