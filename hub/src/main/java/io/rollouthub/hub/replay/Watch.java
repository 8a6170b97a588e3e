package io.rollouthub.hub.replay;

import io.rollouthub.output.AlertTransition;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.TopicIntake;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.runtime.HubSettings;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the results of a replay, while it goes on or in the end. */
final class Watch implements AutoCloseable {
    private final TopicReader reader;
    private final ReadModel model = new ReadModel();
    private final TopicIntake intake;
    private final Consumer<AlertTransition> onTransition;
    private final AtomicBoolean finished = new AtomicBoolean();
    private final Thread thread = new Thread(this::follow, "watch-replay");

    Watch(HubSettings settings, SchemaRegistry registry, Consumer<AlertTransition> onTransition) {
        List<String> topics;
        try (Admin admin = KafkaClients.admin(settings.clientProperties())) {
            topics = HubTopics.told(KafkaClients.topics(admin));
        }
        this.reader = new TopicReader(settings.clientProperties(), topics);
        this.intake = new TopicIntake(registry, model);
        this.onTransition = onTransition;
    }

    /** Reads on a thread of its own from now on. */
    void start() {
        thread.start();
    }

    private void follow() {
        reader.readUntil(finished::get, this::take);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        AlertTransition transition = intake.accept(record);
        if (transition != null) {
            onTransition.accept(transition);
        }
    }

    /** Reads all that is there by now. */
    ReadModel finish() {
        stop();
        reader.readToEnd(this::take);
        return model;
    }

    private void stop() {
        finished.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        reader.close();
    }
}
