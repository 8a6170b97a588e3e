package io.rollouthub.hub.terminal;

/**
 * How results are to look.
 *
 * @param width columns that there are for a line of a table
 * @param colour whether to use colours
 */
public record Look(int width, boolean colour) {
    /** For files, pipes and programs: nothing is cut, nothing is coloured. */
    public static final Look PLAIN = new Look(Integer.MAX_VALUE, false);

    private static final String RESET = "\u001b[0m";

    /** What a text is about, as a colour tells it besides the words. */
    public enum Tone {
        NONE(""),
        HEADING("\u001b[1m"),
        GOOD("\u001b[32m"),
        WARNING("\u001b[33m"),
        BAD("\u001b[31m");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    /** The text in its colour, if there are colours. */
    public String paint(String text, Tone tone) {
        return colour && tone != Tone.NONE ? tone.code + text + RESET : text;
    }
}
