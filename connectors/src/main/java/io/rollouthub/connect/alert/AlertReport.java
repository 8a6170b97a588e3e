package io.rollouthub.connect.alert;

import io.rollouthub.output.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/**
 * An alert's latest state, or a transition of it; the topics of both hold the same fields.
 *
 * @param state {@code OPEN} or {@code RESOLVED}
 * @param supplier the milestone's owner, or the silent supplier
 * @param at the cluster's clock at the step that wrote this
 * @param figures the numbers behind it, by their names in the schema; without what is not known
 */
public record AlertReport(
        String alertId,
        String cluster,
        String kind,
        String subject,
        int episode,
        String state,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String resolution,
        String severity,
        String summary,
        @Nullable String title,
        @Nullable String supplier,
        Map<String, Object> figures,
        List<String> causes,
        Instant at) {

    /** @throws DataException if the value is something else */
    public static AlertReport of(Object value) {
        if (!(value instanceof Struct struct)) {
            throw new DataException(
                    "expected an alert with a schema, found " + value.getClass().getSimpleName()
                            + "; set value.converter to io.rollouthub.connect.converter.RolloutAvroConverter");
        }
        Fields fields = new Fields(struct);
        return new AlertReport(
                fields.requiredText("alertId"),
                fields.requiredText("cluster"),
                fields.requiredText("kind"),
                fields.requiredText("subject"),
                fields.requiredInt("episode"),
                fields.requiredText("state"),
                Objects.requireNonNull(fields.instant("startsAt"), "startsAt"),
                fields.instant("endsAt"),
                fields.text("resolution"),
                fields.requiredText("severity"),
                fields.requiredText("summary"),
                fields.text("title"),
                fields.text("supplier"),
                figures(fields),
                fields.texts("causes"),
                Objects.requireNonNull(fields.instant("at"), "at"));
    }

    /**
     * The end of what was told as open and of which the hub knows no more, as when it works by newer rules.
     *
     * @param key {@code <alertId>/<episode>}
     */
    public static AlertReport unknownEnd(String key, Told told, Instant now) {
        int slash = key.lastIndexOf('/');
        String alertId = key.substring(0, slash);
        String[] parts = alertId.split("/", 3);
        return new AlertReport(
                alertId,
                parts[0],
                parts[1],
                parts[2],
                Integer.parseInt(key.substring(slash + 1)),
                "RESOLVED",
                told.getStartsAt(),
                now,
                null,
                parts[1].equals("MILESTONE_MISSED") ? "CRITICAL" : "WARNING",
                parts[2] + ": told before, and not so by what the hub knows now",
                null,
                null,
                Map.of(),
                List.of(),
                now);
    }

    private static Map<String, Object> figures(Fields fields) {
        Map<String, Object> figures = new LinkedHashMap<>();
        Instant due = fields.instant("due");
        if (due != null) {
            figures.put("due", LocalDate.ofInstant(due, ZoneOffset.UTC).toString());
        }
        for (String name : List.of("progress", "count", "slips", "slipDays", "probability")) {
            Object number = fields.value(name);
            if (number != null) {
                figures.put(name, number);
            }
        }
        Instant lastAcceptedAt = fields.instant("lastAcceptedAt");
        if (lastAcceptedAt != null) {
            figures.put("lastAcceptedAt", lastAcceptedAt.toString());
        }
        return figures;
    }

    /** Whether its condition holds. */
    public boolean isOpen() {
        return state.equals("OPEN");
    }

    /** The fields of a struct by name, in Java's own types; one that the schema lacks is null. */
    private record Fields(Struct struct) {
        @Nullable
        Object value(String name) {
            return struct.schema().field(name) == null ? null : struct.get(name);
        }

        @Nullable
        String text(String name) {
            Object value = value(name);
            return value == null ? null : value.toString();
        }

        String requiredText(String name) {
            String text = text(name);
            if (text == null) {
                throw new DataException("this is no alert: it has no " + name
                        + "; set topics to that of the alerts or of their transitions");
            }
            return text;
        }

        int requiredInt(String name) {
            if (value(name) instanceof Integer number) {
                return number;
            }
            throw new DataException(name + " is no whole number");
        }

        @Nullable
        Instant instant(String name) {
            Object value = value(name);
            if (value == null) {
                return null;
            }
            if (value instanceof Date date) {
                return date.toInstant();
            }
            throw new DataException(
                    name + " is no instant but " + value.getClass().getSimpleName());
        }

        List<String> texts(String name) {
            return value(name) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }
    }
}
