package io.rollouthub.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.ContractEvent;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
    private static final String MANY_DIGITS = "value: has more than 18 digits, 2 of them decimals";
    private static final String MANY_DECIMALS = "value: has more than 2 decimals";

    private static String line(String value) {
        return Events.CONTRACT.replace("\"996000000.00\"", value);
    }

    private static BigDecimal value(String json) throws BadLineException {
        return ((ContractEvent) EventLines.event(1, JsonLines.tree(line(json))).event()).getValue();
    }

    private static String complaint(String json) {
        return complaintAbout(line(json));
    }

    private static String complaintAbout(String line) {
        try {
            return "none, but read as " + EventLines.event(1, JsonLines.tree(line));
        } catch (BadLineException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "-0, 0.00",
        "0.00, 0.00",
        "0e-99, 0.00",
        "0e999999999, 0.00",
        "1, 1.00",
        "1.5, 1.50",
        "-1.05, -1.05",
        "1.0000000000000000000000000000, 1.00",
        "1.1e1, 11.00",
        "1E+15, 1000000000000000.00",
        "12300e-4, 1.23",
        "9999999999999999.99, 9999999999999999.99",
        "0.1, 0.10"
    })
    void anAmountIsExactAsANumberAndAsAString(String text, BigDecimal value) throws BadLineException {
        assertThat(value(text)).isEqualTo(value);
        assertThat(value('"' + text + '"')).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "1.001, " + MANY_DECIMALS,
        "1e-3, " + MANY_DECIMALS,
        "1e-999999999, " + MANY_DECIMALS,
        "'10000000000000000', '" + MANY_DIGITS + "'",
        "'1234567890123456789', '" + MANY_DIGITS + "'",
        "'1e16', '" + MANY_DIGITS + "'",
        "'1000e2147483640', '" + MANY_DIGITS + "'",
        "'100000000e2147483640', '" + MANY_DIGITS + "'"
    })
    void anAmountThatTheSchemaCannotHoldIsRefused(String text, String complaint) {
        assertThat(complaint(text)).isEqualTo(complaint);
        assertThat(complaint('"' + text + '"')).isEqualTo(complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" 1\"",
                "\"1,000\"",
                "\"+1\"",
                "\".5\"",
                "\"5.\"",
                "\"1e\"",
                "\"0x10\"",
                "\"NaN\"",
                "\"٣\"",
                "\"£5\"",
                "\"1e99999999999\"",
                "true",
                "[1]",
                "{}"
            })
    void whatIsNoAmountIsRefused(String json) {
        assertThat(complaint(json)).startsWith("value: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "+1", "01", ".5", "--1"})
    void whatIsNoJsonNumberIsRefused(String json) {
        assertThat(complaint(json)).startsWith("not JSON at column ");
    }

    @Test
    void anExponentBeyondAllMeasureIsRefused() {
        assertThat(complaint("1e99999999999")).isEqualTo("there is a number whose exponent is beyond all measure");
    }

    @Test
    void anAmountOfEndlessDigitsIsRefusedAtOnce() {
        assertThat(complaint('"' + "9".repeat(2_000_000) + '"')).contains("is no amount");
        assertThat(complaint("9".repeat(2_000_000))).startsWith("not JSON at column ");
    }

    @ParameterizedTest
    @CsvSource({
        "120.0, 'termMonths: expected a whole number of at most 2147483647, found 120.0'",
        "1e2, 'termMonths: expected a whole number of at most 2147483647, found 1E+2'",
        "2147483648, 'termMonths: expected a whole number of at most 2147483647, found 2147483648'",
        "-99999999999999999999999, 'termMonths: expected a whole number of at most 2147483647, found "
                + "-9999999999999999999…'",
        "'\"120\"', 'termMonths: expected a whole number of at most 2147483647, found a string'",
        "true, 'termMonths: expected a whole number of at most 2147483647, found a boolean'"
    })
    void aWholeNumberIsWrittenAsOneAndFitsAnInt(String json, String complaint) {
        assertThat(complaintAbout(Events.CONTRACT.replace("120", json))).isEqualTo(complaint);
    }
}
