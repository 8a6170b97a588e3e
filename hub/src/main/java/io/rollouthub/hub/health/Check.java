package io.rollouthub.hub.health;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param detail for people, and null where anybody may ask; so is the remedy, a sentence, null if there is nothing to do
 * @param vital whether the process, or the hub, does not do its work if this is not well; else it will not for long, or does it
 *     less well than it promises
 */
public record Check(
        String check,
        boolean ok,
        @Nullable String detail,
        @Nullable String remedy,
        boolean vital) {

    /** Something that is well. */
    static Check well(String check, String detail) {
        return new Check(check, true, detail, null, true);
    }

    /** Whether people should hear of it: it is not well, or something could be done about it. */
    public boolean needsTelling() {
        return !ok || remedy != null;
    }

    /** The same of a process that does its work all the same. */
    Check lessVital() {
        return new Check(check, ok, detail, remedy, false);
    }

    /** The same without what is not for everybody. */
    Check withoutWords() {
        return new Check(check, ok, null, null, vital);
    }
}
