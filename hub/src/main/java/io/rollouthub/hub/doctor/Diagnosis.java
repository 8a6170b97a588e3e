package io.rollouthub.hub.doctor;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.reader.KafkaCallException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Tells what a person can put right from what is a fault of ours. */
public final class Diagnosis {
    private Diagnosis() {}

    /** What is wrong and what to do about it; null if nobody but us can. */
    public static @Nullable RolloutException of(Throwable e) {
        if (e instanceof RolloutException ours) {
            return ours;
        }
        if (e instanceof KafkaException kafkas) {
            return KafkaCallException.of(kafkas);
        }
        if (e instanceof IOException io) {
            return FileFailure.of(io);
        }
        Throwable cause = e.getCause();
        if (e instanceof UncheckedIOException io && !String.valueOf(cause).equals(io.getMessage())) {
            return new RolloutException(String.valueOf(io.getMessage()), "Mend that, or name another.", io);
        }
        boolean wraps = e instanceof UncheckedIOException
                || e instanceof ExecutionException
                || e instanceof CompletionException;
        return wraps && cause != null ? of(cause) : null;
    }
}
