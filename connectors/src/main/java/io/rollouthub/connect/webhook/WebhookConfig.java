package io.rollouthub.connect.webhook;

import io.rollouthub.connect.HubPrefix;
import io.rollouthub.connect.Plugin;
import io.rollouthub.connect.alert.AlertReport;
import io.rollouthub.connect.alert.ConsoleLinks;
import io.rollouthub.connect.alert.Post;
import io.rollouthub.connect.told.HubClients;
import io.rollouthub.text.Quoted;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/** The settings of the webhook sink. */
final class WebhookConfig extends AbstractConfig {
    static final String URL = "url";
    static final String FORMAT = "format";
    static final String ROUTING_KEY = "pagerduty.routing.key";
    static final String SOURCE = "cloudevents.source";
    static final String SECRET = "signature.secret";
    static final String AUTHORIZATION = "authorization";
    static final String TIMEOUT = "timeout.ms";
    static final String BACK_OFF = "retry.backoff.ms";
    static final String MAX_BACK_OFF = "retry.backoff.max.ms";
    static final String HOLD_DOWN = "hold-down";
    static final String BOOTSTRAP = HubClients.BOOTSTRAP;

    static final String CLOUDEVENTS = "cloudevents";
    static final String PAGERDUTY = "pagerduty";

    private static final Pattern DURATION = Pattern.compile("[0-9]{1,8}[smhd]");
    private static final Duration LONGEST_HOLD_DOWN = Duration.ofHours(1);

    static final ConfigDef DEF = ConsoleLinks.define(new ConfigDef()
            .define(Plugin.required(
                    URL, (name, value) -> ConsoleLinks.requireUrl(name, value, false), "The address that is told."))
            .define(
                    FORMAT,
                    Type.STRING,
                    CLOUDEVENTS,
                    WebhookConfig::requireFormat,
                    Importance.HIGH,
                    "What is sent: cloudevents, or pagerduty for PagerDuty's Events API, version 2.")
            .define(Plugin.secret(ROUTING_KEY, Importance.HIGH, "With pagerduty: the integration key of the service."))
            .define(
                    SOURCE,
                    Type.STRING,
                    "/rollout-hub",
                    new ConfigDef.NonEmptyString(),
                    Importance.LOW,
                    "With cloudevents: the attribute 'source', a URI that tells this hub from others.")
            .define(HubPrefix.SETTING, Type.STRING, "", Importance.LOW, HubPrefix.ABOUT)
            .define(
                    HOLD_DOWN,
                    Type.STRING,
                    "60s",
                    (name, value) -> holdDown(name, String.valueOf(value)),
                    Importance.MEDIUM,
                    "How long a transition waits before it is told, at most 1h; what opens and ends by then is not.")
            .define(
                    BOOTSTRAP,
                    Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "Where the hub's Kafka is, on which it is kept what has been told; empty: where a worker that"
                            + " 'rollout connect' started has it. All settings that begin with 'kafka.' go to the"
                            + " clients, without that word.")
            .define(Plugin.secret(
                    SECRET,
                    Importance.MEDIUM,
                    "What messages are signed with, in the header " + Signature.HEADER + "; empty: they are not."))
            .define(Plugin.secret(
                    AUTHORIZATION, Importance.MEDIUM, "The value of the header Authorization; empty: none."))
            .define(Plugin.millis(TIMEOUT, 10_000, 1, Importance.LOW, "How long the receiver may take to answer."))
            .define(Plugin.millis(
                    BACK_OFF,
                    1_000,
                    1,
                    Importance.LOW,
                    "How long to wait before the second attempt; it doubles with each."))
            .define(Plugin.millis(
                    MAX_BACK_OFF, 60_000, 1, Importance.LOW, "How long to wait at most between two attempts.")));

    WebhookConfig(Map<String, String> settings) {
        super(DEF, settings, false);
        if (isPagerDuty() && getPassword(ROUTING_KEY).value().isEmpty()) {
            throw new ConfigException(ROUTING_KEY + ": missing; " + FORMAT + " is " + PAGERDUTY
                    + ", which needs the service's integration key");
        }
    }

    private static void requireFormat(String name, Object value) {
        if (!value.equals(CLOUDEVENTS) && !value.equals(PAGERDUTY)) {
            throw new ConfigException(name + ": " + Quoted.of(String.valueOf(value)) + " is not known; give "
                    + CLOUDEVENTS + " or " + PAGERDUTY);
        }
    }

    Delivery delivery(InstantSource clock) {
        Duration timeout = Duration.ofMillis(getLong(TIMEOUT));
        Post post = new Post(
                HttpClient.newBuilder().connectTimeout(timeout).build(),
                timeout,
                getPassword(AUTHORIZATION).value());
        Receiver receiver = new Receiver(
                URI.create(getString(URL)), post, getPassword(SECRET).value(), clock);
        Delivery.Limits limits =
                new Delivery.Limits(Duration.ofMillis(getLong(BACK_OFF)), Duration.ofMillis(getLong(MAX_BACK_OFF)));
        return new Delivery(receiver, form(), limits);
    }

    private Function<AlertReport, Message> form() {
        ConsoleLinks console = ConsoleLinks.of(getString(ConsoleLinks.SETTING));
        return isPagerDuty()
                ? new PagerDutyForm(getPassword(ROUTING_KEY).value(), console)::of
                : new CloudEventForm(getString(SOURCE), console)::of;
    }

    private boolean isPagerDuty() {
        return getString(FORMAT).equals(PAGERDUTY);
    }

    /** How long a transition waits. */
    Duration holdDown() {
        return holdDown(HOLD_DOWN, getString(HOLD_DOWN));
    }

    /** As people write it, such as {@code 60s}. */
    private static Duration holdDown(String name, String text) {
        if (!DURATION.matcher(text).matches()) {
            throw new ConfigException(
                    name + ": " + Quoted.of(text) + " is no duration; write a number and s, m, h or d, such as 60s");
        }
        Duration holdDown = Duration.parse((text.endsWith("d") ? "P" : "PT") + text);
        if (holdDown.compareTo(LONGEST_HOLD_DOWN) > 0) {
            throw new ConfigException(name + ": " + Quoted.of(text)
                    + " is longer than an hour, in which nobody would hear of anything; give at most 1h");
        }
        return holdDown;
    }
}
