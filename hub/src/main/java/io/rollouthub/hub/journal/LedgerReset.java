package io.rollouthub.hub.journal;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCallException;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Stage;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.runtime.TopicCreation;
import io.rollouthub.runtime.TopicPlan;
import io.rollouthub.runtime.VerdictMarks;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.utils.Utils;

/**
 * Takes away all that the ledger has made, its state and its results together, so that its next start works everything out
 * anew from the journal. What was published to it stays: the journal, the suppliers' and the rejected topics, the
 * programme; so does what receivers of alerts have been told. Interrupted in the middle, it is simply run again.
 */
public record LedgerReset(Connection hub, HubSettings settings) {
    /**
     * Looks whether it can be done now.
     *
     * @throws RolloutException if the hub runs
     */
    public void requireStopped() {
        requireStopped(
                hub,
                "Stop it first ('rollout up' or every 'rollout streams'), and reset again; one that was killed is missed"
                        + " by Kafka after some seconds.");
    }

    static void requireStopped(Connection hub, String remedy) {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            if (Stage.isAnyRun(admin)) {
                throw new RolloutException("The hub runs.", remedy);
            }
        }
    }

    /** The topics that go: results, which are made again empty, and those of the ledger's stores. */
    public List<String> topics() {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            return KafkaClients.topics(admin).stream()
                    .filter(LedgerReset::isMade)
                    .sorted()
                    .toList();
        }
    }

    /** Whether all that is on a topic is made anew from the journal. */
    static boolean isMade(String topic) {
        return Topics.OF_LEDGER.stream().map(Topic::name).anyMatch(topic::equals)
                || topic.startsWith(Stage.LEDGER.group() + "-");
    }

    /** The folder on this machine that goes. */
    public Path state() {
        return settings.stateDir().resolve(Stage.LEDGER.group());
    }

    /** Does it. */
    public void run() {
        Provisioning provisioning = new Provisioning(settings, hub.registry());
        Programme programme = provisioning.plan(null).programme();
        List<String> topics = topics();
        provisioning.registerSchemas(programme); // on a hub of before one of what is written here may be new
        new HandedOn(hub, settings).keep();
        keepToldVerdicts();
        // Topics first: should it end here, a ledger that is started all the same finds that they are missing and says
        // so.
        provisioning.deleteTopics(topics);
        try {
            Utils.delete(state().toFile());
        } catch (IOException e) {
            throw FileFailure.of("the ledger's state in " + state() + " cannot be deleted", e);
        }
        forgetPositions();
        provisioning.apply(programme);
    }

    /** A hub of before kept no mark: what its ledger had read its suppliers had been told. */
    private void keepToldVerdicts() {
        TopicPlan plan = new TopicPlan(settings.layout(), settings.arrival());
        TopicCreation.missing(hub.client(), List.of(plan.verdictsTold()));
        VerdictMarks marks = new VerdictMarks(hub.client(), hub.registry());
        Map<Integer, Long> missing = new TreeMap<>();
        try (Admin admin = KafkaClients.admin(hub.client())) {
            Stage.committed(admin, Stage.LEDGER.group()).forEach((partition, at) -> {
                if (at != null) {
                    missing.put(partition.partition(), at.offset());
                }
            });
        }
        missing.keySet().removeAll(marks.read().keySet());
        marks.write(missing);
    }

    private void forgetPositions() {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            KafkaCalls.await(
                    "forget how far the ledger was",
                    admin.deleteConsumerGroups(List.of(Stage.LEDGER.group())).all());
        } catch (KafkaCallException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
    }
}
