package io.rollouthub.connect.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollouthub.connect.alert.AlertReport;
import io.rollouthub.connect.alert.ConsoleLinks;
import java.time.Instant;
import java.util.Locale;

/** An alert for Alertmanager's API v2: labels, its identity, follow from the alertId alone; all else is annotated. */
final class PostableAlert {
    private static final String SUPPLIER_SILENT = "SUPPLIER_SILENT";

    private PostableAlert() {}

    /** As it is to be posted; an open alert ends for Alertmanager with its lease unless it hears more. */
    static ObjectNode of(AlertReport alert, Instant leaseEnd, ConsoleLinks console) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("labels", labels(alert));
        json.set("annotations", annotations(alert));
        json.put("startsAt", alert.startsAt().toString());
        json.put("endsAt", endsAt(alert, leaseEnd).toString());
        json.put("generatorURL", console.alert(alert.alertId()));
        return json.removeIf(JsonNode::isNull);
    }

    private static Instant endsAt(AlertReport alert, Instant leaseEnd) {
        Instant endsAt = alert.endsAt();
        if (alert.isOpen() || endsAt == null) {
            return leaseEnd;
        }
        // Alertmanager refuses an alert that ends before it starts.
        return endsAt.isBefore(alert.startsAt()) ? alert.startsAt() : endsAt;
    }

    private static ObjectNode labels(AlertReport alert) {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        labels.put("alertname", alert.kind());
        labels.put("cluster", alert.cluster());
        labels.put("subject", alert.subject());
        labels.put("severity", alert.severity().toLowerCase(Locale.ROOT));
        String[] parts = alert.subject().split("/", -1);
        if (alert.kind().equals(SUPPLIER_SILENT)) {
            labels.put("scope", "supplier");
            labels.put("supplier", alert.subject());
        } else if (parts.length == 4 && parts[0].equals("go-live")) {
            labels.put("scope", "site");
            labels.put("site", parts[1]);
            labels.put("product", parts[2]);
            labels.put("release", parts[3]);
        } else if (parts.length == 3 && parts[0].equals("release")) {
            labels.put("scope", "release");
            labels.put("product", parts[1]);
            labels.put("release", parts[2]);
        } else {
            labels.put("scope", "commitment");
        }
        return labels;
    }

    private static ObjectNode annotations(AlertReport alert) {
        ObjectNode annotations = JsonNodeFactory.instance.objectNode();
        annotations.put("summary", alert.summary());
        annotations.put("title", alert.title());
        annotations.put("supplier", alert.kind().equals(SUPPLIER_SILENT) ? null : alert.supplier());
        annotations.put("resolution", alert.resolution());
        annotations.put("alertId", alert.alertId());
        annotations.put("episode", Integer.toString(alert.episode()));
        alert.figures().forEach((name, figure) -> annotations.put(name, figure.toString()));
        if (!alert.causes().isEmpty()) {
            annotations.put("causes", String.join(" ", alert.causes()));
        }
        return annotations.removeIf(JsonNode::isNull);
    }
}
