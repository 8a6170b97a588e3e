package io.rollouthub.laws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts whose fractions may differ in their last digits, so that two ways to compute them may be compared. */
final class Near {
    private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
    private static final double TOLERANCE = 1e-9;

    private Near() {}

    /** Whether two texts are the same but for that. */
    static boolean isSame(String one, String other) {
        Matcher a = FRACTION.matcher(one);
        Matcher b = FRACTION.matcher(other);
        int from = 0;
        int at = 0;
        while (a.find()) {
            if (!b.find()
                    || !one.substring(from, a.start()).equals(other.substring(at, b.start()))
                    || !isNear(Double.parseDouble(a.group()), Double.parseDouble(b.group()))) {
                return false;
            }
            from = a.end();
            at = b.end();
        }
        return !b.find() && one.substring(from).equals(other.substring(at));
    }

    private static boolean isNear(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one));
    }
}
