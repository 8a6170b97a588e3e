package io.rollouthub.connect.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollouthub.connect.alert.AlertReport;
import io.rollouthub.connect.alert.ConsoleLinks;
import java.util.Locale;

/** CloudEvents 1.0 in their structured JSON form, of a source: the hub, as a URI. */
record CloudEventForm(String source, ConsoleLinks console) {
    private static final String TYPE = "io.rollouthub.alert.";

    /** The message on a transition; always the same one. */
    Message of(AlertReport transition) {
        String key = Message.keyOf(transition);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0");
        event.put("id", key);
        event.put("source", source);
        event.put("type", TYPE + transition.state().toLowerCase(Locale.ROOT));
        event.put("subject", transition.alertId());
        event.put("time", transition.at().toString());
        event.put("datacontenttype", "application/json");
        event.set("data", data(transition));
        return new Message(key, "application/cloudevents+json; charset=UTF-8", event.toString());
    }

    private ObjectNode data(AlertReport transition) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("alertId", transition.alertId());
        data.put("cluster", transition.cluster());
        data.put("kind", transition.kind());
        data.put("subject", transition.subject());
        data.put("episode", transition.episode());
        data.put("state", transition.state());
        data.put("startsAt", transition.startsAt().toString());
        data.put(
                "endsAt",
                transition.endsAt() == null ? null : transition.endsAt().toString());
        data.put("resolution", transition.resolution());
        data.put("severity", transition.severity());
        data.put("summary", transition.summary());
        data.put("title", transition.title());
        data.put("supplier", transition.supplier());
        transition.figures().forEach((name, figure) -> data.putPOJO(name, figure));
        ArrayNode causes = data.putArray("causes");
        transition.causes().forEach(causes::add);
        data.put("link", console.alert(transition.alertId()));
        return data.removeIf(JsonNode::isNull);
    }
}
