package io.rollouthub.hub.terminal;

import picocli.CommandLine.Help.Ansi.Style;

/** How results are to look: the columns that there are for a line of a table, and whether to use colours. */
public record Look(int width, boolean colour) {
    /** For files, pipes and programs: nothing is cut, nothing is coloured. */
    public static final Look PLAIN = new Look(Integer.MAX_VALUE, false);

    /** What a text is about, as a colour tells it besides the words. */
    public enum Tone {
        NONE(""),
        HEADING(Style.bold.on()),
        GOOD(Style.fg_green.on()),
        WARNING(Style.fg_yellow.on()),
        BAD(Style.fg_red.on());

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    /** The text in its colour, if there are colours. */
    public String paint(String text, Tone tone) {
        return colour && tone != Tone.NONE ? tone.code + text + Style.reset.on() : text;
    }
}
