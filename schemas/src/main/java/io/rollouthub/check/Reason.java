package io.rollouthub.check;

import io.rollouthub.text.Identifier;

/** Why a record is refused. The constants stand in the order of the checks: the first that fails is the reason. */
public enum Reason {
    /** A value, a key or headers over {@link RecordSize}'s limits; judged before anything of the record is looked at. */
    TOO_LARGE("The record is larger than any report has to be."),
    /** The supplier of the topic is not in the programme; judged before the record is decoded. */
    UNKNOWN_SUPPLIER("The supplier whose topic this is does not take part in the programme."),
    /** No value, no or unknown schema id, a schema of no subject of the topic, bad bytes, or none of the four event records. */
    UNDECODABLE("The record is not an event that can be read."),
    /** An identifier outside a target, or a title, that is empty or only white space. */
    BLANK_FIELD("A field that must say something is blank."),
    /** An identifier outside a target, or {@code replaces}, that breaks the rule of {@link Identifier}. */
    BAD_IDENTIFIER("An identifier has a character that is not allowed, or too many."),
    /** A title or site name over 200, or a source over 1,000 code points. */
    FIELD_TOO_LONG("A text is too long."),
    /** A status or stage that reads UNKNOWN. */
    UNKNOWN_STATUS("The status or stage is a word that this hub does not know."),
    SUPPLIER_MISMATCH("The event names another supplier than the one whose topic it is on."),
    UNKNOWN_CLUSTER("The cluster is not part of the programme."),
    CLUSTER_NOT_ALLOWED("The supplier may not report on this cluster."),
    MISSING_DATE("The date is missing."),
    UNEXPECTED_DATE("There is a date where none belongs."),
    /** The date, or the UTC date of reportedAt, outside 1990-01-01..2100-01-01. */
    DATE_OUT_OF_RANGE("A date is not a plausible one."),
    /** The report was made more than five minutes after the hub took it. */
    REPORTED_IN_FUTURE("The report was made later than the hub received it."),
    /** Something that has happened, dated after the civil date on which the hub took the report. */
    HAPPENED_IN_FUTURE("It is reported as having happened, on a day that had not come."),
    /** A contract's value, term or currency that cannot be. */
    BAD_VALUE("A figure of the contract cannot be right."),
    /** A commitment's target that cannot be checked, or one given with another status than COMMITTED. */
    BAD_TARGET("The target of the commitment is not one the hub can check."),
    /** What the hub itself cannot process or pass on, however often it tries; told by where the record stands alone. */
    UNPROCESSABLE("The hub cannot process the record; it stands on the supplier's topic."),
    /** Same key, supplier and eventId as an accepted event, other content; found by the ledger. */
    DUPLICATE_ID("The eventId was used before for another report on the same thing."),
    /** More than 1,000 reports for one key; found by the ledger. */
    TOO_MANY_REVISIONS("There are too many reports on the same thing."),
    /** A report on a commitment that another supplier has opened, who has not let this one; found by the ledger. */
    NOT_OWNER("The commitment is another supplier's."),
    /** The first report on a thing, by a supplier that has opened as many in the cluster as it may; found by the ledger. */
    TOO_MANY_FACTS("The supplier reports on more things of the cluster than it may.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** Whether the ledger finds it, behind the gate and once more after a reset. */
    public boolean isByLedger() {
        return compareTo(DUPLICATE_ID) >= 0;
    }

    /** What it means, for people; what to mend in one record is said by {@link Refusal#detail()}. */
    public String sentence() {
        return sentence;
    }
}
