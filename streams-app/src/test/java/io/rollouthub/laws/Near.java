package io.rollouthub.laws;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Texts in which fractions are rounded to nine digits, and none is so small as to be nothing, so that two ways to compute them may be compared. */
final class Near {
    private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
    private static final MathContext NINE_DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);

    private static final BigDecimal NOTHING = new BigDecimal("1e-12");

    private Near() {}

    static String text(String text) {
        return FRACTION.matcher(text).replaceAll(match -> rounded(new BigDecimal(match.group())));
    }

    private static String rounded(BigDecimal fraction) {
        BigDecimal counted = fraction.abs().compareTo(NOTHING) < 0 ? BigDecimal.ZERO : fraction;
        return counted.round(NINE_DIGITS).stripTrailingZeros().toString();
    }
}
