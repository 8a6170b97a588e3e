package io.rollouthub.text;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Texts that say nothing: empty, or only code points of Unicode's property White_Space.
 *
 * <p>{@link String#isBlank} is another rule: it lets a no-break space pass and stops a unit separator.
 */
public final class Blank {
    private static final Predicate<String> ONLY_WHITE_SPACE =
            Pattern.compile("\\p{IsWhite_Space}*").asMatchPredicate();

    private Blank() {}

    /** Whether the text says nothing. */
    public static boolean isBlank(String text) {
        return ONLY_WHITE_SPACE.test(text);
    }
}
