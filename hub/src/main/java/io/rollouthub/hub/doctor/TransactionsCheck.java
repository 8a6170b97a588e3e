package io.rollouthub.hub.doctor;

import io.rollouthub.hub.doctor.HangingTransactions.Hanging;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.reader.KafkaCallException;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.OpenTransaction;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.OwnNames;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.internals.Topic;

/**
 * Whether a transaction hangs in one of the hub's topics, in what its applications keep, or among committed positions.
 *
 * @param mend whether to end it
 */
record TransactionsCheck(Admin admin, Findings findings, boolean mend) {
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final String WHAT = "transactions";

    void look() {
        HangingTransactions transactions = new HangingTransactions(admin);
        List<Hanging> hanging;
        try {
            hanging = transactions.find(partitions());
        } catch (KafkaCallException e) {
            if (e.getCause() instanceof AuthorizationException) {
                findings.ok(
                        WHAT,
                        "not looked at, as that takes READ on all of the hub's topics and DESCRIBE on its"
                                + " transactional ids");
                return;
            }
            throw e;
        }
        if (hanging.isEmpty()) {
            findings.ok(WHAT, "none hangs");
        }
        held();
        for (Hanging one : hanging) {
            if (mend) {
                transactions.abort(one);
                findings.mended(
                        name(one), "has been ended in " + places(one) + "; what it wrote is dropped", then(one));
            } else {
                findings.wrong(
                        name(one),
                        "hangs in " + places(one)
                                + ": nobody will end it, and whoever reads what is committed waits there for ever",
                        "Run 'rollout doctor --mend', which ends it; what it wrote is dropped. " + then(one));
            }
        }
    }

    /** Those of suppliers that have been open for longer than a program needs that goes on. */
    private void held() {
        List<String> topics = HubTopics.ofSuppliers(KafkaClients.topics(admin));
        OpenTransaction.in(admin, Positions.partitions(admin, topics)).stream()
                .filter(one -> one.age().compareTo(LONG) > 0)
                .forEach(one -> findings.wrong(
                        WHAT,
                        one.line() + ", and has written nothing for "
                                + one.age().toSeconds()
                                + " s: the gate gets nothing behind it, and each tick of the clock waits for"
                                + " clock.max-hold",
                        OpenTransaction.ENDS));
    }

    private Collection<TopicPartition> partitions() {
        List<String> ours = KafkaClients.topicsAndKafkasOwn(admin).stream()
                .filter(TransactionsCheck::isLookedAt)
                .toList();
        return Positions.partitions(admin, ours);
    }

    private static boolean isLookedAt(String topic) {
        return topic.startsWith(OwnNames.TOPICS)
                || topic.equals(Topic.GROUP_METADATA_TOPIC_NAME)
                || Stream.of(Stage.values()).anyMatch(stage -> topic.startsWith(stage.group() + "-"));
    }

    private static String name(Hanging one) {
        return "transaction of producer " + one.producerId()
                + (one.transactionalId() == null ? "" : " (" + one.transactionalId() + ")");
    }

    private static String places(Hanging one) {
        Map.Entry<TopicPartition, ProducerState> first =
                one.open().entrySet().iterator().next();
        String place = first.getKey() + " from offset "
                + first.getValue().currentTransactionStartOffset().orElseThrow();
        int more = one.open().size() - 1;
        return more == 0 ? place : place + " and " + more + (more == 1 ? " other partition" : " other partitions");
    }

    /**
     * What is to be done after it has been ended: where a program keeps its place in the same transaction, and that hangs as
     * well, the work is done again; else its place may be behind what was dropped.
     */
    private static String then(Hanging one) {
        if (one.open().keySet().stream().anyMatch(at -> at.topic().equals(Topic.GROUP_METADATA_TOPIC_NAME))) {
            return "It is done again from where it began.";
        }
        if (one.open().keySet().stream().anyMatch(at -> at.topic().equals(Topics.JOURNAL.name()))) {
            return "Then publish again what suppliers reported at that time: what is in the journal is known already.";
        }
        return "Then run 'rollout reset', which works out all results again from the journal.";
    }
}
