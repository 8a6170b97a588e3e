package io.rollouthub.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the vectors of the forecast; an empty field is null, or an empty list. */
record VectorRow(Map<String, String> fields) {

    static List<VectorRow> of(String file) {
        return Vectors.table("forecast-v2/" + file + ".csv").stream()
                .map(VectorRow::new)
                .toList();
    }

    String text(String column) {
        return Objects.requireNonNull(fields.get(column), column);
    }

    boolean has(String column) {
        return !text(column).isEmpty();
    }

    int whole(String column) {
        return Integer.parseInt(text(column));
    }

    double number(String column) {
        return Double.parseDouble(text(column));
    }

    boolean is(String column) {
        return text(column).equals("1");
    }

    @Nullable
    Double numberOrNull(String column) {
        return has(column) ? Double.valueOf(text(column)) : null;
    }

    LocalDate date(String column) {
        return LocalDate.parse(text(column));
    }

    @Nullable
    LocalDate dateOrNull(String column) {
        return has(column) ? date(column) : null;
    }

    /** Items separated by spaces. */
    List<String> items(String column) {
        return has(column) ? Arrays.asList(text(column).split(" ", -1)) : List.of();
    }

    List<Integer> wholes(String column) {
        return items(column).stream().map(Integer::valueOf).toList();
    }

    void assertNumber(@Nullable Double found, String column) {
        Double expected = numberOrNull(column);
        if (expected == null || found == null) {
            assertThat(found).as("%s of %s", column, fields).isEqualTo(expected);
        } else {
            double small = Math.max(1e-15, Math.min(1e-9, 1e-9 * Math.abs(expected)));
            assertThat(found).as("%s of %s", column, fields).isCloseTo(expected, within(small));
        }
    }

    void assertSame(@Nullable Object found, String column) {
        assertThat(found == null ? "" : found.toString())
                .as("%s of %s", column, fields)
                .isEqualTo(text(column));
    }

    static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
