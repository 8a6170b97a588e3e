package io.rollouthub.entry;

import io.rollouthub.journal.PassedOver;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of the journal that operators have decided to leave out, as they stand on their topic; it does not change. */
public final class PassedOverEntries {
    public static final PassedOverEntries NONE = new PassedOverEntries(Map.of());

    private final Map<String, PassedOver> byPlace;

    /** @param byPlace by {@link #key} */
    public PassedOverEntries(Map<String, PassedOver> byPlace) {
        this.byPlace = byPlace;
    }

    /** These and one more. */
    public PassedOverEntries and(PassedOver one) {
        Map<String, PassedOver> more = new HashMap<>(byPlace);
        more.put(key(one.getPartition(), one.getOffset()), one);
        return new PassedOverEntries(more);
    }

    /** How a decision is keyed. */
    public static String key(int partition, long offset) {
        return partition + "/" + offset;
    }

    /** Whether something at this place is left out. */
    public boolean isAt(int partition, long offset) {
        return !byPlace.isEmpty() && byPlace.containsKey(key(partition, offset));
    }

    /** Why the entry with these bytes at this place is left out; null if it is not. */
    @Nullable
    String why(int partition, long offset, byte @Nullable [] value) {
        if (!isAt(partition, offset)) {
            return null;
        }
        PassedOver one = byPlace.get(key(partition, offset));
        return one != null && one.getDigest().equals(digest(value)) ? one.getWhy() : null;
    }

    /** What tells an entry from any other that might stand at its place. */
    public static String digest(byte @Nullable [] value) {
        try {
            byte[] bytes = value == null ? new byte[0] : value;
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
