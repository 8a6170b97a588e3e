package io.rollouthub.connect.csv;

import io.rollouthub.connect.PluginVersion;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/** What Connect sees of the CSV source: its settings, and one task, as a folder has one order. */
public final class CsvSourceConnector extends SourceConnector {
    private Map<String, String> settings = Map.of();

    @Override
    public String version() {
        return PluginVersion.VERSION;
    }

    @Override
    public ConfigDef config() {
        return CsvSourceConfig.DEF;
    }

    /** Also looks at the files that the settings name, so that their mistakes are told before anything runs. */
    @Override
    public Config validate(Map<String, String> given) {
        Config config = super.validate(given);
        boolean sound = config.configValues().stream()
                .allMatch(value -> value.errorMessages().isEmpty());
        if (sound) {
            CsvSourceConfig known = new CsvSourceConfig(given);
            tell(config, CsvSourceConfig.FOLDER, known::folder);
            tell(config, CsvSourceConfig.MAPPING_FILE, () -> known.mapping(InstantSource.system()));
        }
        return config;
    }

    private static void tell(Config config, String key, Runnable look) {
        try {
            look.run();
        } catch (ConfigException e) {
            for (ConfigValue value : config.configValues()) {
                if (value.name().equals(key)) {
                    value.addErrorMessage(e.getMessage());
                }
            }
        }
    }

    @Override
    public void start(Map<String, String> given) {
        settings = Map.copyOf(given);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return CsvSourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(settings);
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> given) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public void stop() {}
}
