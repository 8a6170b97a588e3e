package io.rollouthub.check;

import io.rollouthub.report.EventKind;
import io.rollouthub.report.EventStatus;
import io.rollouthub.text.Blank;
import io.rollouthub.text.Identifier;
import io.rollouthub.text.Quoted;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
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
        return first(submission, Reason.BLANK_FIELD, (field, value) -> {
            boolean identifier = IDENTIFIERS.contains(field);
            return (identifier || field.equals("title")) && Blank.isBlank(value)
                    ? " is blank: " + Quoted.of(value) + "; give "
                            + (identifier ? "an identifier, " + Identifier.RULE : "it in words")
                    : null;
        });
    }

    static @Nullable Refusal badIdentifier(Submission submission) {
        return first(
                submission,
                Reason.BAD_IDENTIFIER,
                (field, value) ->
                        (IDENTIFIERS.contains(field) || field.equals("replaces")) && !Identifier.isValid(value)
                                ? " is " + Quoted.of(value) + "; an identifier is " + Identifier.RULE
                                : null);
    }

    static @Nullable Refusal tooLong(Submission submission) {
        return first(submission, Reason.FIELD_TOO_LONG, (field, value) -> {
            Integer max = MAX_CODE_POINTS.get(field);
            return max != null && value.codePointCount(0, value.length()) > max
                    ? " is " + Quoted.of(value) + "; shorten it to " + max + " characters"
                    : null;
        });
    }

    /** The first text field in which something is wrong: what, behind its name; null if it is right. */
    private static @Nullable Refusal first(
            Submission submission, Reason reason, BiFunction<String, String, @Nullable String> wrong) {
        for (Schema.Field field : submission.event().getSchema().getFields()) {
            String problem = submission.event().get(field.pos()) instanceof String value
                    ? wrong.apply(field.name(), value)
                    : null;
            if (problem != null) {
                return new Refusal(reason, field.name() + problem);
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
