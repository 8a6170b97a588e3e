package io.rollouthub.connect.alert;

import io.rollouthub.connect.Plugin;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** The permanent links of alerts in the hub's console, whose address has no slash at its end; empty: there is none. */
public record ConsoleLinks(String url) {
    /** The setting that holds it. */
    public static final String SETTING = "console.url";

    /** Adds the setting. */
    public static ConfigDef define(ConfigDef def) {
        return def.define(
                SETTING,
                ConfigDef.Type.STRING,
                "",
                (name, value) -> requireUrl(name, value, true),
                ConfigDef.Importance.MEDIUM,
                "The console's address, for links to alerts; empty: no links.");
    }

    /** Reads the setting. */
    public static ConsoleLinks of(String setting) {
        return new ConsoleLinks(setting.replaceAll("/+$", ""));
    }

    /** Where an alert can be looked at; null without a console. What identifiers consist of needs no escape. */
    public @Nullable String alert(String alertId) {
        return url.isEmpty() ? null : url + "/alerts/" + alertId;
    }

    /** Refuses a setting that is no address; one that is missing, and so null, is told by Kafka itself. */
    public static void requireUrl(String name, @Nullable Object value, boolean mayBeEmpty) {
        if (value != null && !(mayBeEmpty && value.equals("")) && !Plugin.isAddress(value)) {
            throw new ConfigException(name + ": \"" + value + "\" is no address; write it like http://127.0.0.1:9093");
        }
    }
}
