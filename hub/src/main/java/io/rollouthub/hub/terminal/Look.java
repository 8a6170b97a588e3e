package io.rollouthub.hub.terminal;

import io.rollouthub.reader.ReadModel;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * How results are to look.
 *
 * @param width columns that there are for a line of a table
 * @param colour whether to use colours
 * @param utc whether to write instants as such and not in the programme's zone
 */
public record Look(int width, boolean colour, boolean utc) {
    /** For files, pipes and programs: nothing is cut, nothing is coloured. */
    public static final Look PLAIN = new Look(Integer.MAX_VALUE, false);

    /** Times in the programme's zone. */
    public Look(int width, boolean colour) {
        this(width, colour, false);
    }

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

    /** How instants among results are written. */
    public Times times(ReadModel model) {
        return utc ? Times.UTC : Times.of(model);
    }
}
