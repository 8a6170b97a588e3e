package io.rollouthub.connect.csv;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * A file as it was found in the folder, whole.
 *
 * @param modified when it was last changed, in whole milliseconds
 * @param bytes its content; empty if its size is above {@link DropFolder#MAX_BYTES}
 */
record DroppedFile(Path path, Instant modified, long size, byte[] bytes) {

    String name() {
        return path.getFileName().toString();
    }

    /** What it is, whoever drops it again under whatever name: the SHA-256 of its bytes. */
    String contentHash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Under what Connect keeps how far it was read. */
    Map<String, String> partition() {
        return Partition.of("file", name(), "sha256", contentHash());
    }
}
