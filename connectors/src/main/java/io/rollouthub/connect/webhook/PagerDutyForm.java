package io.rollouthub.connect.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollouthub.connect.alert.AlertReport;
import io.rollouthub.connect.alert.ConsoleLinks;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/** Events of PagerDuty's API, version 2: an alert that opens triggers an incident, its end resolves it. */
record PagerDutyForm(String routingKey, ConsoleLinks console) {
    private static final int MAX_DEDUP_KEY = 255;
    private static final int MAX_SUMMARY = 1_024;

    /** The message on a transition; always the same one. */
    Message of(AlertReport transition) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("routing_key", routingKey);
        event.put("event_action", transition.isOpen() ? "trigger" : "resolve");
        event.put("dedup_key", dedupKey(transition.alertId()));
        if (transition.isOpen()) {
            event.put("client", "Rollout Hub");
            event.put("client_url", console.alert(transition.alertId()));
            event.set("payload", payload(transition));
        }
        String body = event.removeIf(JsonNode::isNull).toString();
        return new Message(Message.keyOf(transition), "application/json", body);
    }

    private static ObjectNode payload(AlertReport transition) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        String summary = transition.summary();
        payload.put("summary", summary.length() <= MAX_SUMMARY ? summary : summary.substring(0, MAX_SUMMARY - 1) + "…");
        payload.put("source", transition.cluster());
        payload.put("severity", transition.severity().toLowerCase(Locale.ROOT));
        payload.put("timestamp", transition.startsAt().toString());
        payload.put("component", transition.subject());
        payload.put("group", transition.cluster());
        payload.put("class", transition.kind());
        ObjectNode details = payload.putObject("custom_details");
        details.put("alertId", transition.alertId());
        details.put("episode", transition.episode());
        details.put("title", transition.title());
        details.put("supplier", transition.supplier());
        transition.figures().forEach(details::putPOJO);
        details.put("causes", String.join(" ", transition.causes()));
        details.removeIf(JsonNode::isNull);
        return payload;
    }

    /** The alertId; of one that is too long for PagerDuty its hash. */
    private static String dedupKey(String alertId) {
        return alertId.length() <= MAX_DEDUP_KEY ? alertId : DigestUtils.sha256Hex(alertId);
    }
}
