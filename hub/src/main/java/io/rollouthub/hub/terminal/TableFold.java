package io.rollouthub.hub.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of a table stand in which line of a row, and how wide they are.
 *
 * @param firsts the first column of each line, and in the end how many columns there are
 */
record TableFold(List<Integer> firsts, List<Integer> widths) {
    /** Before what is not a row's first line. */
    static final String INDENT = "    ";

    private static final int GAP = 2;

    /** A sentence is not cut to less than this as long as a line of its own has more room. */
    private static final int SENTENCE = 40;

    /** Nor to less than this, be the terminal as narrow as it may. */
    private static final int NARROW = 10;

    /**
     * Takes a new line for a column that does not fit.
     *
     * @param natural how wide each column would have to be
     * @param room how wide a line may be
     * @param cut whether the last column may be cut
     */
    static TableFold of(int[] natural, int room, boolean cut) {
        int last = natural.length - 1;
        List<Integer> firsts = new ArrayList<>(List.of(0));
        List<Integer> widths = new ArrayList<>();
        int left = room;
        for (int column = 0; column <= last; column++) {
            boolean shrinks = cut && column == last;
            int least = shrinks ? Math.min(natural[column], SENTENCE) : natural[column];
            boolean begins = column == firsts.get(firsts.size() - 1);
            if (!begins && left < GAP + least) {
                firsts.add(column);
                left = room - INDENT.length();
                begins = true;
            }
            left -= begins ? 0 : GAP;
            int width = shrinks ? Math.min(natural[column], Math.max(left, NARROW)) : natural[column];
            widths.add(width);
            left -= width;
        }
        firsts.add(natural.length);
        return new TableFold(firsts, widths);
    }

    int lines() {
        return firsts.size() - 1;
    }

    /** The first column of a line; of the line after the last: how many columns there are. */
    int first(int line) {
        return firsts.get(line);
    }

    int width(int column) {
        return widths.get(column);
    }
}
