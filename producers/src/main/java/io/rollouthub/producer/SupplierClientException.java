package io.rollouthub.producer;

import io.rollouthub.failure.RolloutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The hub cannot be reached or used, or the verdict on an event cannot be known; the message says what to look at. */
public final class SupplierClientException extends RolloutException {
    private static final long serialVersionUID = 1;

    SupplierClientException(String what, String remedy) {
        super(what, remedy);
    }

    SupplierClientException(String what, String remedy, @Nullable Throwable cause) {
        super(what, remedy, cause);
    }

    /** What went wrong while connecting, in words of our own. */
    static SupplierClientException of(RuntimeException e, String bootstrapServers) {
        if (e instanceof SupplierClientException ours) {
            return ours;
        }
        if (e instanceof KafkaException) {
            String detail = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
            return new SupplierClientException(
                    "Kafka at " + bootstrapServers + ": " + e.getMessage() + detail,
                    "Check that address, and the client's settings for TLS and credentials.",
                    e);
        }
        return e instanceof RolloutException ours
                ? new SupplierClientException(ours.what(), ours.remedy(), e)
                : new SupplierClientException(String.valueOf(e.getMessage()), "Check the client's settings.", e);
    }
}
