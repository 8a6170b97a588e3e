package io.rollouthub.producer;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The hub cannot be reached or used, or the verdict on an event cannot be known; the message says what to look at. */
public final class SupplierClientException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SupplierClientException(String message) {
        super(message);
    }

    SupplierClientException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What went wrong while connecting, in words of our own. */
    static SupplierClientException of(RuntimeException e, String bootstrapServers) {
        if (e instanceof SupplierClientException ours) {
            return ours;
        }
        if (e instanceof KafkaException) {
            String detail = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
            return new SupplierClientException("Kafka at " + bootstrapServers + ": " + e.getMessage() + detail, e);
        }
        return new SupplierClientException(String.valueOf(e.getMessage()), e);
    }
}
