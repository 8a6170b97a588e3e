package io.rollouthub.embedded;

import io.rollouthub.reader.KafkaCalls;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Kafka's broker and controller as one node of this process.
 *
 * <p>Wired as Kafka's own {@link KafkaRaftServer} does it, but for two things which that class does not let one choose:
 * who opens the sockets, and what a fatal fault does (there it halts the JVM without a word to us).
 */
record BrokerNode(ControllerServer controller, BrokerServer broker) implements AutoCloseable {
    static final int ID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(BrokerNode.class);

    /** Starts both on formatted log directories; returns when clients are served. */
    static BrokerNode start(KafkaConfig config, ServerSocketFactory sockets) {
        var logDirs = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        String clusterId = logDirs._1().clusterId().orElseThrow();
        var serving = new AtomicBoolean();
        var shared = new SharedServer(
                config,
                logDirs._1(),
                Time.SYSTEM,
                Server.initializeMetrics(config, Time.SYSTEM, clusterId),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                (name, fatal, action) -> faultHandler(name, action, serving),
                sockets);
        var node = new BrokerNode(
                new ControllerServer(shared, KafkaRaftServer.configSchema(), logDirs._2()), new BrokerServer(shared));
        try {
            node.controller.startup();
            node.forgetEarlierRun();
            node.broker.startup();
            serving.set(true);
            return node;
        } catch (Throwable e) { // Scala throws what it does not declare
            node.close();
            throw e;
        }
    }

    /**
     * Takes back the registration of an earlier run that was killed, for which the controller would wait as long as a busy
     * broker's heartbeat may be late. That run is over: its folder is ours. Its replicas stay where they are.
     */
    private void forgetEarlierRun() {
        KafkaCalls.awaitSeen("elect its controller", this::isForgotten);
    }

    /** False: there is no controller yet that could be asked. */
    private boolean isForgotten() {
        ControllerRequestContext context =
                new ControllerRequestContext(new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
        try {
            controller.controller().unregisterBroker(context, ID).join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof BrokerIdNotRegisteredException) {
                return true; // the folder is new
            }
            if (e.getCause() instanceof NotControllerException) {
                return false;
            }
            throw e;
        }
    }

    /** Ends both; safe to call on a node that started only in part. */
    @Override
    public void close() {
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }

    /** A fault at the start is thrown to whoever starts the node; a later one has nobody else to tell. */
    private static FaultHandler faultHandler(String where, Runnable action, AtomicBoolean serving) {
        return (message, cause) -> {
            LOG.atLevel(serving.get() ? Level.ERROR : Level.DEBUG)
                    .setCause(cause)
                    .log("The embedded broker failed in {}: {}", where, message);
            action.run();
            return new IllegalStateException(message, cause);
        };
    }
}
