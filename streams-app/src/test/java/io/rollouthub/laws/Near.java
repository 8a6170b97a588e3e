package io.rollouthub.laws;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Texts in which fractions are rounded to nine digits, so that two ways to compute them may be compared. */
final class Near {
    private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
    private static final MathContext NINE_DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);

    private Near() {}

    static String text(String text) {
        return FRACTION.matcher(text).replaceAll(match -> new BigDecimal(match.group())
                .round(NINE_DIGITS)
                .stripTrailingZeros()
                .toString());
    }
}
