package io.rollouthub.hub.settings;

import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;

/**
 * A setting's value and where it came from.
 *
 * @param source for people, such as {@code hub.properties} or {@code ROLLOUT_PARTITIONS}
 */
record Given(String key, String value, String source) {
    static final String DEFAULT = "default";

    private static final Pattern SECRET = Pattern.compile(
            "password|passphrase|secret|jaas|credentials|token|user\\.info|\\.key$", Pattern.CASE_INSENSITIVE);

    private static final Pattern USER_IN_URL = Pattern.compile("//[^/]*@");

    /** The value as it may be shown to anybody who can see the screen. */
    String shown() {
        boolean secret = Setting.ofKey(key)
                .map(own -> own.kind().type() == ConfigDef.Type.PASSWORD)
                .orElseGet(() -> SECRET.matcher(key).find());
        return secret ? "****" : USER_IN_URL.matcher(value).replaceAll("//****@");
    }

    /** For a list of settings. */
    String line() {
        return key + " = " + shown() + "  (" + source + ")";
    }
}
