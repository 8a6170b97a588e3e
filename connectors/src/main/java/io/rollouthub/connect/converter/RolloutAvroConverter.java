package io.rollouthub.connect.converter;

import io.rollouthub.connect.Plugin;
import io.rollouthub.registry.SchemaRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.storage.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Connect's data to and from Avro in Confluent's wire format, as every topic of the hub holds it.
 *
 * <p>Reads what any version of a schema wrote (see {@link ConnectData} for the mapping). Writes the hub's own records in
 * the hub's own schemas, field by field by name, under ids that are registered already; records of others in a schema made
 * from theirs. For values; keys are plain text.
 */
public final class RolloutAvroConverter implements Converter {
    static final String REGISTRY = "registry.";
    static final String REGISTRY_URL = REGISTRY + "url";

    private static final ConfigDef CONFIG = new ConfigDef()
            .define(
                    Plugin.required(
                            REGISTRY_URL,
                            RolloutAvroConverter::requireUrl,
                            "The schema registry's address of Confluent's API; Apicurio's ends in /apis/ccompat/v7. "
                                    + "All other settings that begin with 'registry.' go to Confluent's client, without that word."))
            .define(
                    RecordCodec.AUTO_REGISTER,
                    Type.BOOLEAN,
                    false,
                    Importance.LOW,
                    "Whether schemas of records that are not the hub's are registered when the registry lacks them.");

    private @Nullable SchemaRegistry registry;
    private @Nullable RecordCodec codec;

    @Override
    public ConfigDef config() {
        return CONFIG;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        AbstractConfig config = new AbstractConfig(CONFIG, configs, false);
        Map<String, Object> client = new HashMap<>(config.originalsWithPrefix(REGISTRY));
        client.remove("url");
        client.putIfAbsent("http.connect.timeout.ms", "5000");
        client.putIfAbsent("http.read.timeout.ms", "10000");
        registry = SchemaRegistry.at(config.getString(REGISTRY_URL), client);
        codec = new RecordCodec(registry, config.getBoolean(RecordCodec.AUTO_REGISTER));
    }

    @Override
    public byte @Nullable [] fromConnectData(String topic, @Nullable Schema schema, @Nullable Object value) {
        return value == null ? null : codec().write(topic, value);
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte @Nullable [] value) {
        return value == null ? SchemaAndValue.NULL : codec().read(topic, value);
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }

    private RecordCodec codec() {
        return Objects.requireNonNull(codec, "not configured");
    }

    private static void requireUrl(String key, @Nullable Object value) {
        if (!Plugin.isAddress(value)) {
            throw new ConfigException(key, value, "expected http://HOST:PORT/PATH or https://…");
        }
    }
}
