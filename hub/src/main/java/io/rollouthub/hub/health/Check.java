package io.rollouthub.hub.health;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param vital whether the process, or the hub, does not do its work if this is not well; else it will not for long, or does it
 *     less well than it promises
 * @param detail for people, and null where anybody may ask; so is the remedy, a sentence, null if there is nothing to do
 */
public record Check(
        String check,
        boolean ok,
        boolean vital,
        @Nullable String detail,
        @Nullable String remedy) {

    /** Something that is well. */
    static Check well(String check, String detail) {
        return new Check(check, true, true, detail, null);
    }

    /** Whether people should hear of it: it is not well, or something could be done about it. */
    public boolean isNews() {
        return !ok || remedy != null;
    }

    /** The same of a process that does its work all the same. */
    Check lessVital() {
        return new Check(check, ok, false, detail, remedy);
    }

    /** The same without what is not for everybody. */
    Check withoutWords() {
        return new Check(check, ok, vital, null, null);
    }
}
