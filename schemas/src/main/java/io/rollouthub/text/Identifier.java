package io.rollouthub.text;

/** The rule for every identifier: 1 to 64 of {@code A-Z a-z 0-9 . -}. */
public final class Identifier {
    /** The rule, for messages. */
    public static final String RULE = "1 to 64 of A-Z a-z 0-9 . -";

    private static final int MAX_LENGTH = 64;

    private Identifier() {}

    /** Whether the text keeps the rule. */
    public static boolean isValid(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.chars().allMatch(Identifier::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }
}
