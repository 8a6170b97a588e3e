package io.rollouthub.topology;

import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;

/** The hash of a store's row, XXH64 of the value with XXH64 of the key as its seed; it never changes, as seals go by it. */
public final class RowHash {
    private static final XXHash64 XXH64 = XXHashFactory.safeInstance().hash64();

    private RowHash() {}

    public static long of(byte[] key, byte[] value) {
        return XXH64.hash(value, 0, value.length, ofKey(key));
    }

    /** Of a key alone. */
    public static long ofKey(byte[] key) {
        return XXH64.hash(key, 0, key.length, 0);
    }
}
