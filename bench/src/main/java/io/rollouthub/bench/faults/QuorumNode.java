package io.rollouthub.bench.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** The program of one broker and controller among several, as Kafka starts it; a fatal fault ends the process. */
public final class QuorumNode {
    /** What it prints once it serves clients. */
    static final String SERVES = "This broker serves clients";

    private QuorumNode() {}

    /** The file of its settings. */
    public static void main(String[] args) throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
            settings.load(in);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        System.out.println(SERVES);
        server.awaitShutdown();
    }
}
