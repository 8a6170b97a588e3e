package io.rollouthub.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts whose fractions may differ in their last digits, so that two ways to compute them may be compared. */
final class Near {
    private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
    private static final double TOLERANCE = 1e-9;

    private Near() {}

    /** Whether two texts are the same but for that. */
    static boolean isSame(String one, String other) {
        if (!FRACTION.matcher(one)
                .replaceAll("#")
                .equals(FRACTION.matcher(other).replaceAll("#"))) {
            return false;
        }
        List<Double> ones = fractions(one);
        List<Double> others = fractions(other);
        for (int i = 0; i < ones.size(); i++) {
            if (Math.abs(ones.get(i) - others.get(i)) > TOLERANCE * Math.max(1, Math.abs(ones.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static List<Double> fractions(String text) {
        List<Double> fractions = new ArrayList<>();
        FRACTION.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Double::valueOf)
                .forEach(fractions::add);
        return fractions;
    }
}
