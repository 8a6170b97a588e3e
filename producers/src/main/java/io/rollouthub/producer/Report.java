package io.rollouthub.producer;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One event that lacks only who reports it, which the client knows; begun with {@link Reports#on}. Immutable.
 *
 * <p>To publish the same report again does no harm: the hub drops an identical repeat. What differs needs an eventId of
 * its own.
 */
public final class Report {
    private final Draft draft;
    private final @Nullable String source;
    private final @Nullable String replaces;

    private Report(Draft draft, @Nullable String source, @Nullable String replaces) {
        this.draft = draft;
        this.source = source;
        this.replaces = replaces;
    }

    static Report of(Draft draft) {
        return new Report(draft, null, null);
    }

    /** The same report with a citation of where the fact is published, up to 1,000 characters. */
    public Report source(String citation) {
        return new Report(draft, citation, replaces);
    }

    /**
     * The same report as the correction, for good, of an earlier one of this supplier on the same thing. If there is none
     * of that eventId (yet), the verdict has a {@linkplain Verdict.Accepted#warning warning}.
     */
    public Report replaces(String eventId) {
        return new Report(draft, source, eventId);
    }

    /** The event as this supplier makes it. */
    public SpecificRecord by(String supplier) {
        return draft.event(supplier, source, replaces);
    }

    /** How the event is made of what is known last. */
    interface Draft {
        SpecificRecord event(String supplier, @Nullable String source, @Nullable String replaces);
    }
}
