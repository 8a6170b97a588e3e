package io.rollouthub.hub.audit;

import io.rollouthub.jsonl.RecordJson;
import io.rollouthub.programme.Programme;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in hexadecimal. */
final class Digests {
    private Digests() {}

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same for programmes that say the same. */
    static String of(Programme programme) {
        return of(RecordJson.write(programme).getBytes(StandardCharsets.UTF_8));
    }
}
