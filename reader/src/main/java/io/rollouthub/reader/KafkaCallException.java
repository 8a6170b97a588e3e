package io.rollouthub.reader;

import io.rollouthub.failure.RolloutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Kafka did not do what was asked: the one place that puts Kafka's exceptions into words of ours. */
public final class KafkaCallException extends RolloutException {
    private static final long serialVersionUID = 1;

    private KafkaCallException(String what, String remedy, @Nullable Throwable cause) {
        super(what, remedy, cause);
    }

    /** What Kafka's clients throw on their own account. */
    public static KafkaCallException of(KafkaException e) {
        return of("Kafka does not do what the hub needs", e);
    }

    static KafkaCallException of(String what, Throwable cause) {
        Throwable root = cause;
        while (root.getCause() instanceof KafkaException deeper) {
            root = deeper;
        }
        return new KafkaCallException(
                what + (root.getMessage() == null ? "" : ": " + root.getMessage()), remedy(root), cause);
    }

    static KafkaCallException gone(String topic) {
        return new KafkaCallException(
                "topic " + topic + " was deleted while it was read", "It is read again once it is there.", null);
    }

    static KafkaCallException late(String what, long seconds) {
        return new KafkaCallException(
                "Kafka did not " + what + " within " + seconds + " s", "Look whether all its brokers run.", null);
    }

    private static String remedy(Throwable e) {
        if (e instanceof ConfigException) {
            return "Mend that kafka.… setting.";
        }
        if (e instanceof AuthenticationException) {
            return "Check kafka.security.protocol and the kafka.sasl.… and kafka.ssl.… settings.";
        }
        if (e instanceof AuthorizationException) {
            return "Let Kafka's operator give the hub's user that right.";
        }
        if (e instanceof InvalidConfigurationException) {
            return "Let Kafka's operator mend that setting of the topic or broker.";
        }
        return e instanceof RetriableException
                ? "Look whether all its brokers run and can be reached, and try again."
                : "'rollout doctor' looks for the reason.";
    }
}
