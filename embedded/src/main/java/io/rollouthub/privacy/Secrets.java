package io.rollouthub.privacy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and tokens that nobody guesses. */
public final class Secrets {
    private static final int BYTES = 24;

    private Secrets() {}

    /** A new one, of letters, digits, - and _. */
    public static String fresh() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The one in a file that its owner alone may read; a new one is put there if there is none. */
    public static String keptIn(Path file) {
        String kept = PrivateFiles.read(file);
        if (kept != null && !kept.isEmpty()) {
            return kept;
        }
        String fresh = fresh();
        PrivateFiles.write(file, fresh + "\n");
        return fresh;
    }
}
