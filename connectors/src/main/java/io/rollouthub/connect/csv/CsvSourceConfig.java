package io.rollouthub.connect.csv;

import io.rollouthub.connect.HubPrefix;
import io.rollouthub.connect.Plugin;
import io.rollouthub.programme.Programme;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.programmefile.ProgrammeFileException;
import io.rollouthub.yamlfile.YamlFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** The settings of the source. */
final class CsvSourceConfig extends AbstractConfig {
    static final String FOLDER = "folder";
    static final String MAPPING_FILE = "mapping.file";
    static final String PROGRAMME_FILE = "programme.file";
    static final String POLL_INTERVAL = "poll.interval.ms";
    static final String BATCH_ROWS = "batch.rows";

    private static final ConfigDef.Validator GIVEN = new ConfigDef.NonEmptyString();

    static final ConfigDef DEF = new ConfigDef()
            .define(Plugin.required(
                    FOLDER, GIVEN, "The folder, on the worker's machine, into which the supplier drops its files."))
            .define(Plugin.required(
                    MAPPING_FILE, GIVEN, "The file, YAML or JSON, that says which columns make which event."))
            .define(
                    PROGRAMME_FILE,
                    Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "The programme file; with it, rows on a cluster that the supplier may not report on are rejected"
                            + " beside the others.")
            .define(HubPrefix.SETTING, Type.STRING, "", Importance.LOW, HubPrefix.ABOUT)
            .define(Plugin.millis(
                    POLL_INTERVAL,
                    1_000,
                    10,
                    Importance.LOW,
                    "How long to wait before looking again into a folder that had no file."))
            .define(
                    BATCH_ROWS,
                    Type.INT,
                    500,
                    Range.atLeast(1),
                    Importance.LOW,
                    "How many rows are sent in one transaction.");

    /** Takes the settings; {@link #folder} and {@link #mapping} look at the files. */
    CsvSourceConfig(Map<String, String> settings) {
        super(DEF, settings, false);
    }

    DropFolder folder() {
        Path folder = Path.of(getString(FOLDER));
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new ConfigException(FOLDER + ": there is no folder " + folder
                    + " that the worker may write to; create it, or mend its permissions");
        }
        return new DropFolder(folder);
    }

    Mapping mapping(InstantSource clock) {
        Programme programme = programme();
        Mapping mapping;
        try {
            mapping = Mapping.read(Path.of(getString(MAPPING_FILE)), programme, clock);
        } catch (YamlFileException e) {
            throw new ConfigException(MAPPING_FILE + ": " + e.getMessage());
        }
        if (programme != null
                && programme.getSuppliers().stream()
                        .noneMatch(supplier -> supplier.getSupplier().equals(mapping.supplier()))) {
            throw new ConfigException(MAPPING_FILE + ": supplier " + mapping.supplier() + " is not in the programme of "
                    + PROGRAMME_FILE);
        }
        return mapping;
    }

    private @Nullable Programme programme() {
        String file = getString(PROGRAMME_FILE);
        if (file.isBlank()) {
            return null;
        }
        try {
            return ProgrammeFile.read(Path.of(file));
        } catch (ProgrammeFileException e) {
            throw new ConfigException(PROGRAMME_FILE + ": " + e.getMessage());
        }
    }

    Duration pollInterval() {
        return Duration.ofMillis(getLong(POLL_INTERVAL));
    }

    int batchRows() {
        return getInt(BATCH_ROWS);
    }
}
