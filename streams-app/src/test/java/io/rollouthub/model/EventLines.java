package io.rollouthub.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseDelivered;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.event.ReleaseStage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** §2: events as JSON Lines, good ones only; acceptedAt = reportedAt where it is not given. */
final class EventLines {
    record Line(Object event, Instant acceptedAt) {}

    private EventLines() {}

    static List<Line> of(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(EventLines::line)
                .toList();
    }

    private static Line line(String text) {
        JsonNode json = Vectors.json(text);
        Instant acceptedAt = json.has("acceptedAt") ? instant(json, "acceptedAt") : instant(json, "reportedAt");
        return new Line(event(json), acceptedAt);
    }

    private static Object event(JsonNode json) {
        return switch (json.path("type").asText()) {
            case "GoLiveEvent" ->
                new GoLiveEvent(
                        text(json, "eventId"),
                        instant(json, "reportedAt"),
                        text(json, "supplier"),
                        text(json, "cluster"),
                        text(json, "site"),
                        text(json, "siteName"),
                        text(json, "product"),
                        text(json, "release"),
                        GoLiveStatus.valueOf(json.path("status").asText()),
                        date(json, "date"),
                        text(json, "source"),
                        text(json, "replaces"));
            case "ReleaseEvent" ->
                new ReleaseEvent(
                        text(json, "eventId"),
                        instant(json, "reportedAt"),
                        text(json, "supplier"),
                        text(json, "cluster"),
                        text(json, "product"),
                        text(json, "release"),
                        ReleaseStage.valueOf(json.path("stage").asText()),
                        date(json, "date"),
                        text(json, "source"),
                        text(json, "replaces"));
            case "MilestoneEvent" ->
                new MilestoneEvent(
                        text(json, "eventId"),
                        instant(json, "reportedAt"),
                        text(json, "supplier"),
                        text(json, "cluster"),
                        text(json, "milestone"),
                        text(json, "title"),
                        MilestoneStatus.valueOf(json.path("status").asText()),
                        date(json, "date"),
                        target(json.path("target")),
                        text(json, "source"),
                        text(json, "replaces"));
            case "ContractEvent" ->
                new ContractEvent(
                        text(json, "eventId"),
                        instant(json, "reportedAt"),
                        text(json, "supplier"),
                        text(json, "cluster"),
                        text(json, "contract"),
                        text(json, "buyer"),
                        text(json, "provider"),
                        ContractStage.valueOf(json.path("stage").asText()),
                        date(json, "date"),
                        json.hasNonNull("value")
                                ? new BigDecimal(json.path("value").asText())
                                : null,
                        text(json, "currency"),
                        json.hasNonNull("termMonths") ? json.path("termMonths").asInt() : null,
                        text(json, "source"),
                        text(json, "replaces"));
            default -> throw new IllegalArgumentException(json.toString());
        };
    }

    private static @Nullable Object target(JsonNode json) {
        return switch (json.path("type").asText()) {
            case "GoLiveCount" ->
                new GoLiveCount(
                        json.path("count").asInt(), date(json, "since"), text(json, "product"), text(json, "release"));
            case "ReleaseDelivered" -> new ReleaseDelivered(text(json, "product"), text(json, "release"));
            case "ContractSigned" -> new ContractSigned(text(json, "contract"));
            default -> null;
        };
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.path(field).asText() : null;
    }

    private static @Nullable LocalDate date(JsonNode json, String field) {
        return json.hasNonNull(field) ? LocalDate.parse(json.path(field).asText()) : null;
    }

    private static Instant instant(JsonNode json, String field) {
        return Instant.parse(json.path(field).asText());
    }
}
