package io.rollouthub.text;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The rule for every identifier: 1 to 64 of {@code A-Z a-z 0-9 . -}, but neither {@code .} nor {@code ..}, which browsers and
 * programs take out of the paths that they are part of.
 */
public final class Identifier {
    /** The rule, for messages. */
    public static final String RULE = "1 to 64 of A-Z a-z 0-9 . -, but not . or .. alone";

    private static final Predicate<String> KEEPS_THE_RULE =
            Pattern.compile("(?!\\.\\.?\\z)[A-Za-z0-9.-]{1,64}").asMatchPredicate();

    private Identifier() {}

    /** Whether the text keeps the rule. */
    public static boolean isValid(String text) {
        return KEEPS_THE_RULE.test(text);
    }
}
