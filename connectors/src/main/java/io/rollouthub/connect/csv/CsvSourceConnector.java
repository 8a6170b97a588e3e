package io.rollouthub.connect.csv;

import io.rollouthub.connect.Plugin;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/** What Connect sees of the CSV source: its settings, and one task, as a folder has one order. */
public final class CsvSourceConnector extends SourceConnector {
    private Map<String, String> settings = Map.of();

    @Override
    public String version() {
        return Plugin.VERSION;
    }

    @Override
    public ConfigDef config() {
        return CsvSourceConfig.DEF;
    }

    /** Also looks at the files that the settings name, so that their mistakes are told before anything runs. */
    @Override
    public Config validate(Map<String, String> given) {
        return Plugin.looked(
                super.validate(given),
                Map.of(
                        CsvSourceConfig.FOLDER,
                        () -> new CsvSourceConfig(given).folder(),
                        CsvSourceConfig.MAPPING_FILE,
                        () -> new CsvSourceConfig(given).mapping(InstantSource.system())));
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
