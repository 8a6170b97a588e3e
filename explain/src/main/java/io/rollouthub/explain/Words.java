package io.rollouthub.explain;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.TargetKind;
import io.rollouthub.report.CommitmentTarget;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a story puts numbers, causes, reports, targets and what is lacking. */
final class Words {
    private Words() {}

    /** Causes as {@code supplier/eventId}; nothing if there are none. */
    static String causes(Collection<String> causes) {
        return causes.isEmpty() ? "" : " [" + String.join(", ", causes) + "]";
    }

    /**
     * The last of very many causes.
     *
     * @param all how many there are
     */
    static String causes(Collection<String> last, int all) {
        int more = all - last.size();
        return causes(last) + (more > 0 ? " and " + more + " before" : "");
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

    /** What a report says, as the rest of a sentence that begins with the supplier. */
    static String report(ReportedEvent reported) {
        String thing = thing(reported);
        LocalDate date = reported.date();
        return switch (reported.status()) {
            case PLANNED -> "planned " + thing + " for " + date;
            case COMMITTED -> "promised " + thing + " for " + date;
            case POSTPONED -> "postponed " + thing + " without a new date";
            case LIVE -> "reported " + thing + " since " + date;
            case REVERTED -> "reported " + thing + " no longer, from " + date + " on";
            case CANCELLED -> "cancelled " + thing + " on " + date;
            case DELIVERED -> "reported " + thing + " delivered on " + date;
            case ACCEPTED -> "reported " + thing + " accepted on " + date;
            case MET -> "reported " + thing + " met on " + date;
            case WITHDRAWN -> "withdrew " + thing + " on " + date;
            case NEGOTIATING -> "reported negotiations on " + thing + on(date);
            case PREFERRED -> "reported " + contract(reported).getProvider() + " as preferred for " + thing + on(date);
            case SIGNED -> "reported " + thing + " signed on " + date;
            case TERMINATED -> "reported " + thing + " terminated on " + date;
            case UNKNOWN -> "reported on " + thing;
        };
    }

    private static String thing(ReportedEvent reported) {
        FactKey key = reported.key();
        return switch (reported.kind()) {
            case GO_LIVE -> Names.thing(key, reported.title());
            case RELEASE -> "release " + key.release() + " of " + key.product();
            case COMMITMENT -> "'" + reported.title() + "'";
            case CONTRACT ->
                "contract " + key.id() + " (" + contract(reported).getBuyer() + " with "
                        + contract(reported).getProvider() + ")";
        };
    }

    private static ContractEvent contract(ReportedEvent reported) {
        return Objects.requireNonNull(reported.contract());
    }

    private static String on(@Nullable LocalDate date) {
        return date == null ? "" : " on " + date;
    }

    /** What a commitment promises: "12 go-lives of millennium"; "it" if only a report can say that it is met. */
    static String target(@Nullable CommitmentTarget target) {
        return target == null
                ? "it"
                : target.choose(
                        count -> goLives(count.count()) + scope(count.product(), count.release(), count.since()),
                        delivery -> "the delivery of release " + delivery.release() + " of " + delivery.product(),
                        signature -> "the signing of contract " + signature.contract());
    }

    /** " of millennium R0 from 2006-07-01 on", as far as a count of go-lives is limited. */
    static String scope(@Nullable String product, @Nullable String release, @Nullable LocalDate since) {
        String of = product == null ? release : release == null ? product : product + " " + release;
        return (of == null ? "" : " of " + of) + (since == null ? "" : " from " + since + " on");
    }

    /** What is lacking: "with 3 of 12 go-lives, 9 short", "and the site is not live". */
    static String lacking(MilestoneState milestone) {
        return milestone.getCount() != null && milestone.getProgress() != null
                ? short_(milestone.getProgress(), milestone.getCount())
                : "and "
                        + without(
                                FactKey.ofMilestone(milestone.getCluster(), milestone.getMilestone()),
                                milestone.getTargetKind(),
                                "is");
    }

    /** What was lacking, of a count of go-lives or of what had to be reported. */
    static String lacking(
            FactKey key, @Nullable Integer progress, @Nullable Integer count, @Nullable CommitmentTarget target) {
        if (count != null && progress != null) {
            return short_(progress, count);
        }
        TargetKind kind = target == null
                ? null
                : target.<TargetKind>choose(
                        some -> TargetKind.GO_LIVE_COUNT,
                        delivery -> TargetKind.RELEASE_DELIVERED,
                        signature -> TargetKind.CONTRACT_SIGNED);
        return "and " + without(key, kind, "was");
    }

    private static String short_(int progress, int count) {
        return "with " + progress + " of " + goLives(count) + ", " + Math.max(0, count - progress) + " short";
    }

    private static String without(FactKey key, @Nullable TargetKind target, String was) {
        return switch (key.kind()) {
            case GO_LIVE -> "the site " + was + " not live";
            case RELEASE -> "the release " + was + " not delivered";
            case COMMITMENT, CONTRACT ->
                target == TargetKind.RELEASE_DELIVERED
                        ? "the release " + was + " not delivered"
                        : target == TargetKind.CONTRACT_SIGNED
                                ? "the contract " + was + " not signed"
                                : "it " + was + " not met";
        };
    }

    /** A milestone as an item of a list of what is not achieved. */
    static String item(MilestoneState milestone, LocalDate today) {
        return "  due " + milestone.getDue() + (milestone.getDue().isBefore(today) ? ", missed: " : ": ")
                + milestone.getMilestone()
                + (milestone.getTitle() == null || milestone.getTitle().equals(milestone.getMilestone())
                        ? ""
                        : " (" + milestone.getTitle() + ")");
    }
}
