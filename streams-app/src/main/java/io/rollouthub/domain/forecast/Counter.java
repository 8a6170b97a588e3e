package io.rollouthub.domain.forecast;

import io.rollouthub.report.EventKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something of which a cluster has so many, as far as forecasts go; its text is the key under which it is counted. Whole
 * numbers all, so that the order of counting shows nowhere.
 */
sealed interface Counter {

    /**
     * Promises that a report ended (9.1).
     *
     * @param daysLate of a broken one whose thing is live: at least 1 (9.3); else 0
     * @param openSince the due date of a broken one whose thing is neither live nor withdrawn; else null
     */
    record Ended(
            String supplier,
            boolean kept,
            int from,
            int to,
            int daysLate,
            @Nullable LocalDate openSince) implements Counter {
        @Override
        public String toString() {
            return "ended/" + supplier + "/" + (kept ? "kept" : "broken") + "/" + from + "/" + to + "/" + daysLate + "/"
                    + (openSince == null ? "-" : openSince);
        }
    }

    /** Promises that ended with their thing (9.8). */
    record Withdrawn(String supplier) implements Counter {
        @Override
        public String toString() {
            return "withdrawn/" + supplier;
        }
    }

    /**
     * Sites and releases that have a due date and are neither live nor withdrawn.
     *
     * @param supplier whose promise stands, or stood until its date passed; without one the owner
     * @param made when that promise was made; null if none stands, however early it is
     */
    record Pending(
            EventKind kind,
            String product,
            String release,
            String supplier,
            LocalDate due,
            @Nullable LocalDate made) implements Counter {

        /** Whether a promise stands on a day. */
        boolean standsOn(LocalDate today) {
            return made != null && !due.isBefore(today);
        }

        @Override
        public String toString() {
            return "pending/" + kind + "/" + product + "/" + release + "/" + supplier + "/" + due + "/"
                    + (made == null ? "-" : made);
        }
    }

    /** Sites by the first date planned, withdrawn ones included (9.5). */
    record Baseline(String product, String release, LocalDate date) implements Counter {
        @Override
        public String toString() {
            return "baseline/" + product + "/" + release + "/" + date;
        }
    }

    /**
     * Live sites by the day on which they were first heard of, or went live if that is earlier (9.5).
     *
     * @param lead days from then to the live date
     */
    record Appeared(String product, String release, LocalDate date, int lead) implements Counter {
        @Override
        public String toString() {
            return "appeared/" + product + "/" + release + "/" + date + "/" + lead;
        }
    }

    /** The counter of a text. */
    static Counter of(String text) {
        String[] parts = text.split("/");
        return switch (parts[0]) {
            case "ended" ->
                new Ended(
                        parts[1],
                        parts[2].equals("kept"),
                        Integer.parseInt(parts[3]),
                        Integer.parseInt(parts[4]),
                        Integer.parseInt(parts[5]),
                        date(parts[6]));
            case "withdrawn" -> new Withdrawn(parts[1]);
            case "pending" ->
                new Pending(
                        EventKind.valueOf(parts[1]),
                        parts[2],
                        parts[3],
                        parts[4],
                        LocalDate.parse(parts[5]),
                        date(parts[6]));
            case "baseline" -> new Baseline(parts[1], parts[2], LocalDate.parse(parts[3]));
            case "appeared" -> new Appeared(parts[1], parts[2], LocalDate.parse(parts[3]), Integer.parseInt(parts[4]));
            default -> throw new IllegalArgumentException("no counter: " + text);
        };
    }

    private static @Nullable LocalDate date(String text) {
        return text.equals("-") ? null : LocalDate.parse(text);
    }
}
