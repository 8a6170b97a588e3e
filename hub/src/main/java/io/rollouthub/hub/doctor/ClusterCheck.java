package io.rollouthub.hub.doctor;

import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.Reach;
import io.rollouthub.runtime.Patience;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.LongPredicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/**
 * The brokers, and those of their settings that no topic's settings go over.
 *
 * @param patience that the hub asks of them
 */
record ClusterCheck(Admin admin, Patience patience, Findings findings) {
    private static final long LARGEST_REQUEST = 3L * 1024 * 1024;
    private static final String LOOKS = "transaction.abort.timed.out.transaction.cleanup.interval.ms";
    private static final String LONGEST_TRANSACTION = "transaction.max.timeout.ms";
    private static final long TOLD_OF_TRANSACTION = 60_000;
    private static final long TEN_YEARS_MS = 10L * 365 * 24 * 3_600 * 1_000;

    void look() {
        Collection<Node> brokers =
                KafkaCalls.await("tell its brokers", admin.describeCluster().nodes());
        for (Node broker : brokers) {
            String address = broker.host() + ":" + broker.port();
            String deaf = Reach.refusal(address);
            if (deaf == null) {
                findings.ok("broker " + broker.id(), "at " + address);
            } else {
                findings.wrong(
                        "broker " + broker.id(),
                        "says it is at " + address + ", but " + deaf,
                        "Set its advertised.listeners to an address that is known here, or start it.");
            }
        }
        for (Node broker : brokers) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, broker.idString());
            Config config = KafkaCalls.await(
                            "tell the settings of broker " + broker.id(),
                            admin.describeConfigs(List.of(resource)).all())
                    .get(resource);
            if (config != null) {
                look("broker " + broker.id(), config, brokers.size());
            }
        }
    }

    void look(String broker, Config config, int brokers) {
        atLeast(broker, config, "socket.request.max.bytes", LARGEST_REQUEST, "the hub's largest records do not fit in");
        atLeast(
                broker,
                config,
                LONGEST_TRANSACTION,
                patience.transaction().toMillis(),
                "the hub's transactions are refused");
        atMost(
                broker,
                config,
                LONGEST_TRANSACTION,
                TOLD_OF_TRANSACTION,
                "a supplier whose transaction stays open keeps what it sent from the gate for as long, and each tick of"
                        + " the clock for clock.max-hold");
        atMost(
                broker,
                config,
                "group.min.session.timeout.ms",
                patience.session().toMillis(),
                "the hub's instances are refused");
        takeover(broker, config.get(LOOKS));
        atLeast(
                broker,
                config,
                "log.message.timestamp.before.max.ms",
                TEN_YEARS_MS,
                "a journal that is read again gives records with their old time, which are refused");
        atMost(broker, config, "offsets.topic.replication.factor", brokers, "no group can commit");
        atMost(broker, config, "transaction.state.log.replication.factor", brokers, "no transaction can begin");
        atMost(broker, config, "transaction.state.log.min.isr", brokers, "no transaction can begin");
    }

    /** For how long the clusters of an instance that dies are silent: it is no fault, but should surprise nobody. */
    private void takeover(String broker, @Nullable ConfigEntry looks) {
        if (looks != null && looks.value() != null) {
            Duration every = Duration.ofMillis(Long.parseLong(looks.value()));
            findings.ok(
                    broker,
                    "an instance that dies is missed for up to "
                            + patience.silence(every).toSeconds() + " s: session.timeout.ms is "
                            + patience.session().toMillis() + ", transaction.timeout.ms "
                            + patience.transaction().toMillis() + " with the broker's " + LOOKS + " of "
                            + looks.value());
        }
    }

    private void atLeast(String broker, Config config, String setting, long least, String otherwise) {
        look(broker, config.get(setting), value -> value >= least, "at least " + least, otherwise);
    }

    private void atMost(String broker, Config config, String setting, long most, String otherwise) {
        look(broker, config.get(setting), value -> value <= most, "at most " + most, otherwise);
    }

    private void look(String broker, @Nullable ConfigEntry entry, LongPredicate good, String wanted, String otherwise) {
        if (entry == null || entry.value() == null) {
            return;
        }
        String is = entry.name() + " is " + entry.value();
        if (good.test(Long.parseLong(entry.value()))) {
            findings.ok(broker, is);
        } else {
            findings.wrong(broker, is + ": " + otherwise, "Set it to " + wanted + " in the broker's settings.");
        }
    }
}
