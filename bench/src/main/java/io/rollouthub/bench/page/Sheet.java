package io.rollouthub.bench.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A table in Markdown: the first column is text, the others are numbers. */
public final class Sheet {
    private final List<String> lines = new ArrayList<>();

    public Sheet(String... heads) {
        lines.add(line(List.of(heads)));
        List<String> rules = new ArrayList<>(Collections.nCopies(heads.length, "---:"));
        rules.set(0, "---");
        lines.add(line(rules));
    }

    public Sheet add(String first, String... others) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.addAll(List.of(others));
        lines.add(line(cells));
        return this;
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** A number with so many digits behind the point, and commas between thousands. */
    public static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
