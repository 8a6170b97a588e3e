package io.rollouthub.hub.cli;

import io.rollouthub.embedded.HubFile;
import io.rollouthub.embedded.HubLogins;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Reach;
import io.rollouthub.registry.SchemaRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** A hub that can be reached until it is closed, which {@code end} does. */
record OpenedHub(Connection connection, Runnable end) implements AutoCloseable {
    /** The Kafka and the registry that settings name; throws if they do not name both. */
    static OpenedHub at(Settings settings) {
        if (settings.bootstrapServers() == null) {
            throw new RolloutException(
                    "No Kafka is named.",
                    "Name it with --connect and its schema registry with --registry,"
                            + " or set bootstrap.servers and registry.url in a file for --config.");
        }
        if (settings.registryUrl() == null) {
            throw new RolloutException(
                    "No schema registry is named.",
                    "--connect needs --registry, its address (among the settings: registry.url).");
        }
        SchemaRegistry client = SchemaRegistry.at(settings.registryUrl(), settings.registry());
        return new OpenedHub(
                new Connection(settings.bootstrapServers(), client, settings.stateDir(), settings.kafka()),
                client::close);
    }

    /** The one that runs on a data folder, as one of its users if it asks who comes. */
    static OpenedHub running(HubFile hub, Path folder, Settings settings, String user) {
        Map<String, String> registry = new HashMap<>(settings.registry());
        Map<String, String> kafka = new HashMap<>(settings.kafka());
        if (hub.guarded()) {
            HubLogins logins = HubLogins.in(folder);
            registry.putAll(Settings.registryClient(logins.registry(user)));
            kafka.putAll(logins.client(user));
        }
        SchemaRegistry client = SchemaRegistry.at(hub.registryUrl(), registry);
        return new OpenedHub(
                new Connection(hub.bootstrapServers(), client, folder.resolve("streams"), kafka), client::close);
    }

    /** Broker and registry that are started on a data folder until it is closed. */
    static OpenedHub started(Path folder) {
        LocalHub hub = LocalHub.start(folder);
        return new OpenedHub(hub.connection(), hub::close);
    }

    /** The same hub, which answers; throws if Kafka or the registry does not, and has closed it then. */
    OpenedHub answering() {
        try {
            Reach.Problem problem = Reach.kafka(connection);
            if (problem == null) {
                problem = Reach.registry(connection.registry());
            }
            if (problem != null) {
                throw new RolloutException(problem.what(), problem.remedy());
            }
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Reads its topics; throws if it has none. */
    HubReader reader(HubReader.Listener listener) {
        HubReader reader = new HubReader(connection, listener);
        if (!reader.isPrepared()) {
            throw new RolloutException(
                    "This hub has no topics yet: it was never started whole.",
                    "Start it with 'rollout up', or 'rollout streams' on your Kafka.");
        }
        return reader;
    }

    /** Looks for topics, as one who may be allowed to see no others; throws if they are not all there. */
    void requireTopics(List<String> topics) {
        List<String> missing = new ArrayList<>(topics);
        try (Admin admin = KafkaClients.admin(connection.client())) {
            missing.removeAll(KafkaClients.topics(admin));
        }
        if (!missing.isEmpty()) {
            throw new RolloutException(
                    "This hub has no topic " + String.join(" and no ", missing) + ", or it is hidden from this user.",
                    "Start it with 'rollout up', or 'rollout streams' on your Kafka; or have the right to READ given.");
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
