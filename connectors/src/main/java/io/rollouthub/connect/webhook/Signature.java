package io.rollouthub.connect.webhook;

import java.time.Instant;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Proves to a receiver that a message comes from here and is fresh. */
final class Signature {
    static final String HEADER = "Rollout-Signature";

    private Signature() {}

    /** {@code t=<seconds since 1970>,v1=<hex>}: HMAC-SHA256 over the seconds, a dot and the body. */
    static String of(String body, Instant sentAt, String secret) {
        long seconds = sentAt.getEpochSecond();
        String hash = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(seconds + "." + body);
        return "t=" + seconds + ",v1=" + hash;
    }
}
