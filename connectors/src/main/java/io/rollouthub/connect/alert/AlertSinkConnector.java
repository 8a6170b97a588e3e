package io.rollouthub.connect.alert;

import io.rollouthub.connect.Plugin;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** What Connect sees of a sink of alerts: its settings, and tasks that all have the same ones. */
public abstract class AlertSinkConnector extends SinkConnector {
    private final ConfigDef definition;
    private final Map<String, Consumer<Map<String, String>>> looks;
    private final Class<? extends Task> task;
    private Map<String, String> settings = Map.of();

    /**
     * @param looks throw a ConfigException about settings that are right by themselves and do not go together; by the
     *     setting at which that is shown
     */
    protected AlertSinkConnector(
            ConfigDef definition, Map<String, Consumer<Map<String, String>>> looks, Class<? extends Task> task) {
        this.definition = definition;
        this.looks = looks;
        this.task = task;
    }

    @Override
    public final String version() {
        return Plugin.VERSION;
    }

    @Override
    public final ConfigDef config() {
        return definition;
    }

    @Override
    public final Config validate(Map<String, String> given) {
        Map<String, Runnable> runnable = new HashMap<>();
        looks.forEach((name, look) -> runnable.put(name, () -> look.accept(given)));
        return Plugin.looked(super.validate(given), runnable);
    }

    @Override
    public final void start(Map<String, String> given) {
        settings = Map.copyOf(given);
    }

    @Override
    public final Class<? extends Task> taskClass() {
        return task;
    }

    @Override
    public final List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(tasks(maxTasks), settings);
    }

    /** How many tasks share the partitions. */
    protected int tasks(int most) {
        return most;
    }

    @Override
    public final void stop() {}
}
