package io.rollouthub.runtime;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.reader.JournalNow;
import io.rollouthub.topic.Topics;

/** The journal is not what the hub has written; the message says in what, and what to do. */
public final class OtherJournalException extends RolloutException {
    private static final long serialVersionUID = 1;

    private OtherJournalException(String what, String remedy) {
        super(what, remedy);
    }

    /** Throws one if the journal is not written to its end, has other partitions than it began with, or no beginning. */
    public static void require(JournalNow journal) {
        if (journal.importing()) {
            throw new OtherJournalException(
                    "The journal is being imported, or an import of it was cut short: it has a part of its entries.",
                    "Wait for the import; if none runs, start 'rollout journal import' with the same file once more, which"
                            + " begins anew.");
        }
        Integer kept = journal.kept();
        if (kept != null && journal.partitions() != kept) {
            throw new OtherJournalException(
                    "Topic " + Topics.JOURNAL.name() + " has " + journal.partitions() + " partitions, and had " + kept
                            + " when the hub began: reports on a cluster would go to another partition than those before,"
                            + " whose state is elsewhere.",
                    journal.partitions() == 0
                            ? "Bring the topic back; its entries are the truth from which all else is worked out."
                            : "Nothing is lost: run 'rollout journal export', and 'rollout journal import --partitions "
                                    + journal.partitions()
                                    + "' into a new hub (another data folder, or another Kafka).");
        }
        if (!journal.truncated().isEmpty()) {
            int partition = journal.truncated().firstKey();
            throw new OtherJournalException(
                    "Topic " + Topics.JOURNAL.name() + " has lost its beginning: partition " + partition
                            + " begins at offset " + journal.truncated().get(partition)
                            + ". Results that were worked out again would lack what stood before.",
                    "Bring the topic back as it was, from a copy of the broker's data or of 'rollout journal export'; see"
                            + " that its retention.ms stays -1, and its cleanup.policy delete.");
        }
    }
}
