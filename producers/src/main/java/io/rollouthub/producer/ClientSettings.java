package io.rollouthub.producer;

import io.rollouthub.text.Identifier;
import io.rollouthub.text.Quoted;
import io.rollouthub.topic.Prefix;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a supplier reaches the hub; begun with {@link #of}.
 *
 * @param bootstrapServers of Kafka, as {@code host:port,…}
 * @param registryUrl of the schema registry's Confluent API
 * @param supplier in whose name events are published: an identifier of the programme
 * @param security what the connections need beside addresses
 * @param waiting for what, how long, and for how many
 * @param ledger who hears once more of what the ledger refuses; only while verdicts are waited for
 * @param prefix what the names of the hub's topics begin with: 1 to 20 characters of a-z and 0-9
 */
public record ClientSettings(
        String bootstrapServers,
        String registryUrl,
        String supplier,
        Security security,
        Waiting waiting,
        LedgerListener ledger,
        String prefix) {

    /**
     * Credentials, certificates and the like.
     *
     * @param kafka properties of Kafka's clients
     * @param registry properties of Confluent's registry client
     */
    public record Security(Map<String, String> kafka, Map<String, String> registry) {
        public Security {
            kafka = Map.copyOf(kafka);
            registry = Map.copyOf(registry);
        }

        /** Only the names: values may be secrets. */
        @Override
        public String toString() {
            return "Security[kafka=" + kafka.keySet() + ", registry=" + registry.keySet() + "]";
        }
    }

    /**
     * What the client waits for.
     *
     * @param verdicts whether it waits for the hub's verdicts at all
     * @param connect how long for an answer from Kafka when it connects
     * @param verdict how long for the verdict on an event, from when Kafka took it
     * @param close how long in all for what is under way when it is closed
     * @param outstanding how many events may wait at once; publishing one more waits for room
     */
    public record Waiting(boolean verdicts, Duration connect, Duration verdict, Duration close, int outstanding) {
        public static final Waiting DEFAULT =
                new Waiting(true, Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(60), 10_000);

        public Waiting {
            if (connect.isNegative() || verdict.isNegative() || close.isNegative() || outstanding < 1) {
                throw new IllegalArgumentException(
                        "no wait is shorter than nothing, and one event at least must be let in: " + connect + ", "
                                + verdict + ", " + close + ", " + outstanding);
            }
        }
    }

    /**
     * Who hears once more of what the ledger refuses of this client's events.
     *
     * @param refused is called on the thread that completes the futures, one call at a time
     * @param grace has no effect any more: verdicts are the ledger's, and are waited for
     * @deprecated what the ledger refuses is a {@link Verdict.Refused}, as any refusal of the hub's
     */
    @Deprecated
    public record LedgerListener(Consumer<LedgerRefusal> refused, Duration grace) {
        static final LedgerListener NOBODY = new LedgerListener(refusal -> {}, Duration.ZERO);
    }

    /** Settings for a hub of the usual prefix. */
    public ClientSettings(
            String bootstrapServers,
            String registryUrl,
            String supplier,
            Security security,
            Waiting waiting,
            LedgerListener ledger) {
        this(bootstrapServers, registryUrl, supplier, security, waiting, ledger, Prefix.USUAL);
    }

    /** Throws an {@link IllegalArgumentException} if supplier or prefix cannot be one. */
    public ClientSettings {
        new Prefix(prefix);
        if (!Identifier.isValid(supplier)) {
            throw new IllegalArgumentException(
                    "supplier is " + Quoted.of(supplier) + "; an identifier is " + Identifier.RULE);
        }
    }

    /** Settings with which most suppliers can work. */
    public static ClientSettings of(String bootstrapServers, String registryUrl, String supplier) {
        Security none = new Security(Map.of(), Map.of());
        return new ClientSettings(
                bootstrapServers, registryUrl, supplier, none, Waiting.DEFAULT, LedgerListener.NOBODY);
    }

    /** The same for a hub whose topics begin with another prefix than {@code rollout}. */
    public ClientSettings withPrefix(String other) {
        return new ClientSettings(bootstrapServers, registryUrl, supplier, security, waiting, ledger, other);
    }

    /** What the hub's names begin with. */
    Prefix hub() {
        return new Prefix(prefix);
    }

    /** The same with properties of Kafka's clients, such as {@code security.protocol}; what this client relies on stays. */
    public ClientSettings withKafka(Map<String, String> properties) {
        Security both = new Security(properties, security.registry());
        return new ClientSettings(bootstrapServers, registryUrl, supplier, both, waiting, ledger, prefix);
    }

    /** The same with properties of Confluent's registry client, such as {@code basic.auth.user.info}. */
    public ClientSettings withRegistry(Map<String, String> properties) {
        Security both = new Security(security.kafka(), properties);
        return new ClientSettings(bootstrapServers, registryUrl, supplier, both, waiting, ledger, prefix);
    }

    /** The same with other patience. */
    public ClientSettings withWaiting(Waiting other) {
        return new ClientSettings(bootstrapServers, registryUrl, supplier, security, other, ledger, prefix);
    }

    /** The same without waiting for verdicts: a future completes when Kafka has the event, with {@link Verdict.Sent}. */
    public ClientSettings withoutVerdicts() {
        return withWaiting(
                new Waiting(false, waiting.connect(), waiting.verdict(), waiting.close(), waiting.outstanding()));
    }

    /**
     * The same with somebody who hears once more of what the ledger refuses.
     *
     * @deprecated the futures of the events say it
     */
    @Deprecated
    public ClientSettings withLedgerListener(Consumer<LedgerRefusal> refused, Duration grace) {
        LedgerListener listener = new LedgerListener(refused, grace);
        return new ClientSettings(bootstrapServers, registryUrl, supplier, security, waiting, listener, prefix);
    }
}
