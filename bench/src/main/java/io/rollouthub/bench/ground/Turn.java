package io.rollouthub.bench.ground;

import io.rollouthub.bench.mix.MixProgramme;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.embedded.EmbeddedRegistry;
import io.rollouthub.embedded.RegistryProgram;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.registry.SchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** A contender's time on the ground: its folder, its registry, and the suppliers' topics with what is sent to them. */
public record Turn(Ground ground, Path folder, EmbeddedRegistry server, SchemaRegistry registry)
        implements AutoCloseable {

    /** The next contender's: no topic, no registered schema and no position of an earlier one is left. */
    public static Turn on(Ground ground) {
        try {
            Path own = ground.clear();
            Path data = Files.createDirectories(own.resolve("registry"));
            EmbeddedRegistry server = EmbeddedRegistry.start(RegistryProgram.jar(), data, 0);
            return new Turn(ground, own, server, SchemaRegistry.at(server.url(), Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes topics and schemas and publishes the programme, as a person does. */
    public void apply(App app) {
        try {
            Path programme = Files.writeString(folder.resolve("programme.yaml"), MixProgramme.yaml(ground.zone()));
            app.run(
                    Files.createDirectories(folder.resolve("apply")),
                    "admin",
                    "apply",
                    "--programme",
                    programme.toString(),
                    "--connect",
                    ground.bootstrapServers(),
                    "--registry",
                    server.url());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Encodes reports, so that this takes no time when they are published. */
    public Lot encode(List<Sent> reports) {
        return Lot.of(reports, registry);
    }

    /** Publishes all; they are on the broker when it returns. */
    public void publish(Lot lot) {
        lot.publish(ground.client());
    }

    /** The suppliers' topics. */
    public List<String> inputs() {
        return HubTopics.ofSuppliers(KafkaClients.topics(ground.admin()));
    }

    /** Where a stage stands when it has read all that was published. */
    public Map<TopicPartition, Long> ends(List<String> topics) {
        return Positions.highWatermarks(ground.admin(), Positions.partitions(ground.admin(), topics));
    }

    @Override
    public void close() {
        registry.close();
        server.close();
    }
}
