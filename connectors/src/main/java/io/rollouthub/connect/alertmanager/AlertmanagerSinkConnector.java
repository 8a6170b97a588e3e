package io.rollouthub.connect.alertmanager;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** What Connect sees of the sink to Alertmanager: its settings, and tasks that each keep the alerts of some partitions. */
public final class AlertmanagerSinkConnector extends SinkConnector {
    private Map<String, String> settings = Map.of();

    @Override
    public String version() {
        return AlertmanagerSinkTask.VERSION;
    }

    @Override
    public ConfigDef config() {
        return AlertmanagerConfig.DEF;
    }

    /** Also looks at what several settings say together. */
    @Override
    public Config validate(Map<String, String> given) {
        Config config = super.validate(given);
        if (config.configValues().stream()
                .allMatch(value -> value.errorMessages().isEmpty())) {
            try {
                new AlertmanagerConfig(given);
            } catch (ConfigException e) {
                config.configValues().stream()
                        .filter(value -> value.name().equals(AlertmanagerConfig.RESEND))
                        .forEach(value -> value.addErrorMessage(e.getMessage()));
            }
        }
        return config;
    }

    @Override
    public void start(Map<String, String> given) {
        settings = Map.copyOf(given);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return AlertmanagerSinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, settings);
    }

    @Override
    public void stop() {}
}
