package io.rollouthub.explain;

import io.rollouthub.domain.fact.Report;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.programme.Programme;
import io.rollouthub.report.FactKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of a programme: its names for people, dates in its zone, and how a story puts numbers and causes. */
final class Words {
    private final Programme programme;
    private final Archive archive;
    private final CivilTime time;

    Words(Evidence evidence) {
        this.programme = evidence.programme();
        this.archive = evidence.archive();
        this.time = new CivilTime(ZoneId.of(programme.getZone()));
    }

    /** A supplier's name; its id if it is not in the programme any more. */
    String supplier(String id) {
        return programme.getSuppliers().stream()
                .filter(supplier -> supplier.getSupplier().equals(id))
                .map(supplier -> supplier.getName())
                .findFirst()
                .orElse(id);
    }

    /** "in Southern, NHS National Programme for IT". */
    String place(String cluster) {
        String name = programme.getClusters().stream()
                .filter(one -> one.getCluster().equals(cluster))
                .map(one -> one.getName())
                .findFirst()
                .orElse(cluster);
        return "in " + name + ", " + programme.getName();
    }

    LocalDate date(Instant instant) {
        return time.dateAt(instant);
    }

    /** "On 2006-06-15 Fujitsu planned it for 2006-07-31 [fujitsu/npfit-013].", with the day it came if that is another. */
    String said(Report report, String what) {
        LocalDate reported = date(report.reportedAt());
        LocalDate accepted = date(archive.acceptedAt(report));
        return "On " + reported + (accepted.equals(reported) ? " " : " (received on " + accepted + ") ")
                + supplier(report.supplier()) + " " + what + cause(report) + ".";
    }

    static String cause(Report report) {
        return " [" + report.cause() + "]";
    }

    /** Causes as {@code supplier/eventId}; nothing if there are none. */
    static String causes(Collection<String> causes) {
        return causes.isEmpty() ? "" : " [" + String.join(", ", causes) + "]";
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    static String goLives(long number) {
        return count(number, "go-live", "go-lives");
    }

    static String times(long number) {
        return number == 1 ? "once" : number + " times";
    }

    static String days(long number) {
        return count(number, "day", "days");
    }

    static long between(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** "20 days later", "3 days earlier". */
    static String moved(LocalDate from, LocalDate to) {
        long days = between(from, to);
        return days >= 0 ? days(days) + " later" : days(-days) + " earlier";
    }

    /** "9 days before its date 2005-12-31". */
    static String punctuality(LocalDate achieved, LocalDate due) {
        long days = between(achieved, due);
        return days == 0
                ? "on the very day"
                : days(Math.abs(days)) + (days > 0 ? " before" : " after") + " its date " + due;
    }

    /** "3.3 %"; behind "a probability" {@code of} makes it "of 3.3 %", or "below 0.1 %". */
    static String percent(double probability, String of) {
        if (probability < 0.001) {
            return "below 0.1 %";
        }
        if (probability > 0.999 && probability < 1) {
            return "above 99.9 %";
        }
        String digits = String.format(Locale.ROOT, "%.1f", 100 * probability);
        return of + (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits) + " %";
    }

    /** What a thing is called: "Weston Area Health live on millennium R0", "Release R1 of millennium", a title. */
    static String name(FactKey key, @Nullable String title) {
        String[] parts = key.id().split("/");
        return switch (key.kind()) {
            case GO_LIVE -> (title == null ? parts[0] : title) + " live on " + parts[1] + " " + parts[2];
            case RELEASE -> "Release " + parts[1] + " of " + parts[0];
            case COMMITMENT -> title == null ? key.id() : title;
            case CONTRACT -> "Contract " + key.id();
        };
    }
}
