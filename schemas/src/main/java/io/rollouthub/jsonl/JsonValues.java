package io.rollouthub.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollouthub.text.Quoted;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** Single JSON values as the Java types of the events; what does not fit is said with the path of its field. */
public final class JsonValues {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final int MAX_DECIMAL_LENGTH = 1_000;
    private static final int DECIMALS = 2;
    private static final int MAX_DIGITS = 18;

    private JsonValues() {}

    public static String text(JsonNode node, String path) throws BadLineException {
        if (!node.isTextual()) {
            throw new BadLineException(path, "expected a string, found " + kind(node));
        }
        String text = node.textValue();
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new BadLineException(path, "half of a surrogate pair is no character");
        }
        return text;
    }

    public static int wholeNumber(JsonNode node, String path) throws BadLineException {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw new BadLineException(
                    path,
                    "expected a whole number of at most " + Integer.MAX_VALUE + ", found "
                            + (node.isNumber() ? shorten(node) : kind(node)));
        }
        return node.intValue();
    }

    static LocalDate date(JsonNode node, String path) throws BadLineException {
        String text = text(node, path);
        try {
            return IsoTime.date(text);
        } catch (DateTimeException e) {
            throw new BadLineException(path, Quoted.of(text) + " is no date; write YYYY-MM-DD");
        }
    }

    public static Instant instant(JsonNode node, String path) throws BadLineException {
        String text = text(node, path);
        try {
            return IsoTime.instant(text);
        } catch (DateTimeException e) {
            throw new BadLineException(
                    path,
                    Quoted.of(text) + " is no instant; write it with Z or an offset and no finer than milliseconds,"
                            + " such as 2006-10-31T09:00:00Z");
        }
    }

    /** An amount with exactly two decimals. */
    static BigDecimal amount(JsonNode node, String path) throws BadLineException {
        BigDecimal exact = node.isNumber() ? node.decimalValue() : parseAmount(text(node, path), path);
        if (exact.signum() == 0) {
            return BigDecimal.ZERO.setScale(DECIMALS);
        }
        // The exponent first: a huge one must never be written out.
        if ((long) exact.precision() - exact.scale() > MAX_DIGITS - DECIMALS) {
            throw new BadLineException(
                    path, "has more than " + MAX_DIGITS + " digits, " + DECIMALS + " of them decimals");
        }
        if (exact.stripTrailingZeros().scale() > DECIMALS) {
            throw new BadLineException(path, "has more than " + DECIMALS + " decimals");
        }
        return exact.setScale(DECIMALS);
    }

    private static BigDecimal parseAmount(String text, String path) throws BadLineException {
        try {
            if (text.length() <= MAX_DECIMAL_LENGTH && DECIMAL.matcher(text).matches()) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            // Its exponent is beyond all measure.
        }
        throw new BadLineException(path, Quoted.of(text) + " is no amount; write it like 996000000.00");
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            default -> node.isNull() ? "null" : "a " + node.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String shorten(JsonNode number) {
        String text = number.asText();
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}
