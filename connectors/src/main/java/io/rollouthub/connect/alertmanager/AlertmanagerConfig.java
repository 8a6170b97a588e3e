package io.rollouthub.connect.alertmanager;

import io.rollouthub.connect.Plugin;
import io.rollouthub.connect.alert.ConsoleLinks;
import io.rollouthub.connect.alert.Post;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** The settings of the sink to Alertmanager. */
final class AlertmanagerConfig extends AbstractConfig {
    static final String URLS = "alertmanager.urls";
    static final String AUTHORIZATION = "alertmanager.authorization";
    static final String TIMEOUT = "alertmanager.timeout.ms";
    static final String LEASE = "lease.ms";
    static final String RESEND = "resend.ms";

    static final ConfigDef DEF = ConsoleLinks.define(new ConfigDef()
            .define(
                    URLS,
                    Type.LIST,
                    ConfigDef.NO_DEFAULT_VALUE,
                    AlertmanagerConfig::requireUrls,
                    Importance.HIGH,
                    "The address of Alertmanager, or of all instances of one, with commas between.")
            .define(Plugin.secret(
                    AUTHORIZATION,
                    Importance.MEDIUM,
                    "The value of the header Authorization, such as 'Bearer …'; empty: none."))
            .define(Plugin.millis(TIMEOUT, 5_000, 1, Importance.LOW, "How long an instance may take to answer."))
            .define(Plugin.millis(
                    LEASE,
                    180_000,
                    1_000,
                    Importance.MEDIUM,
                    "How long Alertmanager takes an alert for open without hearing more; longer than this worker is"
                            + " ever away."))
            .define(Plugin.millis(
                    RESEND,
                    30_000,
                    100,
                    Importance.MEDIUM,
                    "How often all open alerts are posted again; at most half of the lease.")));

    AlertmanagerConfig(Map<String, String> settings) {
        super(DEF, settings, false);
        if (resend().multipliedBy(2).compareTo(lease()) > 0) {
            throw new ConfigException(RESEND + ": " + resend().toMillis() + " is more than half of " + LEASE
                    + ", which is " + lease().toMillis() + "; one post that fails would let open alerts end");
        }
    }

    private static void requireUrls(String name, @Nullable Object value) {
        if (value instanceof List<?> urls) { // else Kafka says itself that it is missing
            if (urls.isEmpty()) {
                throw new ConfigException(name + ": give at least one address, such as http://127.0.0.1:9093");
            }
            urls.forEach(url -> ConsoleLinks.requireUrl(name, url, false));
        }
    }

    Alertmanagers alertmanagers() {
        Duration timeout = Duration.ofMillis(getLong(TIMEOUT));
        HttpClient.Builder http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        return new Alertmanagers(
                getList(URLS).stream()
                        .map(url -> URI.create(url.replaceAll("/+$", "") + "/api/v2/alerts"))
                        .toList(),
                new Post(
                        http.connectTimeout(timeout).build(),
                        timeout,
                        getPassword(AUTHORIZATION).value()));
    }

    AlertBoard board() {
        return new AlertBoard(lease(), resend());
    }

    ConsoleLinks console() {
        return ConsoleLinks.of(getString(ConsoleLinks.SETTING));
    }

    private Duration lease() {
        return Duration.ofMillis(getLong(LEASE));
    }

    private Duration resend() {
        return Duration.ofMillis(getLong(RESEND));
    }
}
