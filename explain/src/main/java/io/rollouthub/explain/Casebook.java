package io.rollouthub.explain;

import io.rollouthub.journal.JournalEntry;

/** Collects from the journal what one story needs, and all names, should the story's be mistyped. For one thread. */
public final class Casebook {
    private final Subject subject;
    private final Chronicle chronicle;

    public Casebook(Subject subject) {
        this.subject = subject;
        this.chronicle = new Chronicle(subject.cluster()::equals);
    }

    /** Takes in the next entry of a partition of the journal. */
    public void accept(int partition, JournalEntry entry) {
        chronicle.accept(partition, entry);
    }

    /**
     * The story, as far as the journal has been taken in.
     *
     * @throws UnknownSubjectException if nothing was reported on the subject
     */
    public Story story() {
        return chronicle.story(subject);
    }
}
