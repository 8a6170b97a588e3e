package io.rollouthub.hub.journal;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Stage;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.topic.Applications;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Takes away all that the ledger has made, its state and its results together, so that its next start works everything out
 * anew from the journal. What was published to it stays: the journal, the suppliers' and the rejected topics, the
 * programme. Interrupted in the middle, it is simply run again.
 */
public final class LedgerReset {
    private final Connection hub;
    private final HubSettings settings;

    public LedgerReset(Connection hub, HubSettings settings) {
        this.hub = hub;
        this.settings = settings;
    }

    /**
     * Looks whether it can be done now.
     *
     * @throws RolloutException if the hub runs
     */
    public void requireStopped() {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            if (Stage.isAnyRun(admin)) {
                throw new RolloutException(
                        "The hub runs.",
                        "Stop it first ('rollout up' or every 'rollout streams'), and reset again; one that was killed is"
                                + " missed by Kafka after some seconds.");
            }
        }
    }

    /** The topics that go: results, which are made again empty, and those of the ledger's stores. */
    public List<String> topics() {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            List<String> outputs = Topics.OUTPUTS.stream().map(Topic::name).toList();
            return KafkaClients.topics(admin).stream()
                    .filter(name -> outputs.contains(name) || name.startsWith(Applications.LEDGER + "-"))
                    .sorted()
                    .toList();
        }
    }

    /** The folder on this machine that goes. */
    public Path state() {
        return settings.stateDir().resolve(Applications.LEDGER);
    }

    /** Does it. */
    public void run() {
        Provisioning provisioning = new Provisioning(settings, hub.registry());
        Programme programme = provisioning.plan(null).programme();
        List<String> topics = topics();
        // Topics first: should it end here, a ledger that is started all the same finds that they are missing and says
        // so.
        provisioning.deleteTopics(topics);
        delete(state());
        forgetPositions();
        provisioning.apply(programme);
    }

    private void forgetPositions() {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            admin.deleteConsumerGroups(List.of(Applications.LEDGER)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new IllegalStateException("Kafka would not forget how far the ledger was: " + e.getCause(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.forEach(all::add);
            all.sort(Comparator.reverseOrder());
            for (Path path : all) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw FileFailure.of("the ledger's state in " + folder + " cannot be deleted", e);
        }
    }
}
