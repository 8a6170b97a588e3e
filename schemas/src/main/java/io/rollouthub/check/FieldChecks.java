package io.rollouthub.check;

import io.rollouthub.report.EventKind;
import io.rollouthub.report.EventStatus;
import io.rollouthub.text.Blank;
import io.rollouthub.text.Identifier;
import io.rollouthub.text.Quoted;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The checks that need nothing but the event's own words. */
final class FieldChecks {
    /** The fields that hold identifiers, in events and in targets; {@code replaces} has its own place in the rules. */
    static final Set<String> IDENTIFIERS = Set.of(
            "eventId",
            "supplier",
            "cluster",
            "site",
            "product",
            "release",
            "milestone",
            "contract",
            "buyer",
            "provider");

    /** The free texts and how many code points each may have. */
    static final Map<String, Integer> MAX_CODE_POINTS = Map.of("title", 200, "siteName", 200, "source", 1_000);

    private FieldChecks() {}

    static @Nullable Refusal blank(Submission submission) {
        for (Schema.Field field : submission.event().getSchema().getFields()) {
            boolean identifier = IDENTIFIERS.contains(field.name());
            if ((identifier || field.name().equals("title"))
                    && submission.event().get(field.pos()) instanceof String value
                    && Blank.isBlank(value)) {
                return new Refusal(
                        Reason.BLANK_FIELD,
                        field.name() + " is blank: " + Quoted.of(value) + "; give "
                                + (identifier ? "an identifier, " + Identifier.RULE : "it in words"));
            }
        }
        return null;
    }

    static @Nullable Refusal badIdentifier(Submission submission) {
        for (Schema.Field field : submission.event().getSchema().getFields()) {
            if ((IDENTIFIERS.contains(field.name()) || field.name().equals("replaces"))
                    && submission.event().get(field.pos()) instanceof String value
                    && !Identifier.isValid(value)) {
                return new Refusal(
                        Reason.BAD_IDENTIFIER,
                        field.name() + " is " + Quoted.of(value) + "; an identifier is " + Identifier.RULE);
            }
        }
        return null;
    }

    static @Nullable Refusal tooLong(Submission submission) {
        for (Schema.Field field : submission.event().getSchema().getFields()) {
            Integer max = MAX_CODE_POINTS.get(field.name());
            if (max != null
                    && submission.event().get(field.pos()) instanceof String value
                    && value.codePointCount(0, value.length()) > max) {
                return new Refusal(
                        Reason.FIELD_TOO_LONG,
                        field.name() + " is " + Quoted.of(value) + "; shorten it to " + max + " characters");
            }
        }
        return null;
    }

    static @Nullable Refusal unknownStatus(Submission submission) {
        if (submission.report().status() != EventStatus.UNKNOWN) {
            return null;
        }
        EventKind kind = submission.report().kind();
        Schema.Field field = kind.statusField();
        String known = field.schema().getEnumSymbols().stream()
                .filter(word -> kind.statuses().contains(EventStatus.valueOf(word)))
                .collect(Collectors.joining(", "));
        return new Refusal(
                Reason.UNKNOWN_STATUS, field.name() + " is a word that this hub does not know; use one of " + known);
    }
}
