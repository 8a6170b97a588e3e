package io.rollouthub.explain;

import io.rollouthub.domain.forecast.Figures;
import io.rollouthub.output.Evidence;
import io.rollouthub.output.MilestoneState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a probability comes about, in the numbers that it was worked out from (semantics 9.7); never a bare percentage. */
public final class ForecastWords {
    private final String supplier;
    private final boolean then;
    private final Evidence judged;

    private ForecastWords(String supplier, boolean then, Evidence judged) {
        this.supplier = supplier;
        this.then = then;
        this.judged = judged;
    }

    /** What a milestone's forecast of now goes by, and the dates that follow; nothing if there is no forecast. */
    public static List<String> now(MilestoneState milestone, LocalDate today, Names names) {
        Evidence judged = Figures.of(milestone)
                .addTo(Evidence.newBuilder().setToday(today))
                .build();
        List<String> sentences = new ArrayList<>();
        if (judged.getProbability() != null) {
            ForecastWords words = new ForecastWords(names.supplier(milestone.getOwner()), false, judged);
            sentences.add(words.sentence(remaining(milestone.getCount(), milestone.getProgress())) + ".");
        }
        if (judged.getProbability() != null || judged.getP50() != null) {
            sentences.add(
                    "It comes to 50 % " + reached(judged.getP50()) + " and to 85 % " + reached(judged.getP85()) + ".");
        }
        return sentences;
    }

    /**
     * What was judged at a step that is past; there was a probability.
     *
     * @param needed how many go-lives were still needed; null of a site or release
     */
    static String then(Evidence judged, String supplier, @Nullable Integer needed) {
        return new ForecastWords(supplier, true, judged).sentence(needed);
    }

    /** How many go-lives are still needed; null if none are counted. */
    static @Nullable Integer remaining(@Nullable Integer count, @Nullable Integer progress) {
        return count == null || progress == null ? null : Math.max(0, count - progress);
    }

    private String sentence(@Nullable Integer needed) {
        double probability = Objects.requireNonNull(judged.getProbability());
        return needed == null ? ofDate(probability) : ofCount(needed, probability);
    }

    private String ofCount(int needed, double probability) {
        int named = number(judged.getNamed());
        double unnamed = number(judged.getUnnamedExpected());
        StringBuilder text = new StringBuilder();
        if (judged.getSupplierEndedAtLead() != null) {
            text.append(supplier).append(kept()).append("; ");
        }
        text.append(dated(named, needed)).append("; ");
        text.append("at this record ").append(decimal(named > 0 ? number(judged.getExpected()) : unnamed));
        text.append(named > 0 ? " of them " : " ").append(are(2)).append(" expected in time");
        if (named > 0 && unnamed > 0) {
            text.append(", and ").append(decimal(unnamed)).append(" more of sites without a date");
        }
        if (named == 0 || unnamed > 0) {
            int seen = number(judged.getObservedGoLives());
            text.append(" (").append(seen == 0 ? "no go-live" : Words.goLives(seen));
            text.append(" in the ")
                    .append(Words.days(number(judged.getObservedDays())))
                    .append(" before)");
        }
        return text + ", a probability " + Words.percent(probability, "of ");
    }

    private String ofDate(double probability) {
        if (probability == 0) {
            return "No promise of this date " + (then ? "stood" : "stands") + " any more, so that it "
                    + (then ? "was" : "is") + " not expected to be kept";
        }
        boolean others = !Objects.equals(judged.getEndedAtLead(), judged.getSupplierEndedAtLead());
        return supplier + kept()
                + (others
                        ? ", and all suppliers here " + number(judged.getKeptAtLead()) + " of "
                                + number(judged.getEndedAtLead())
                        : "")
                + "; at this record the date " + (then ? "was" : "is") + " kept with a probability "
                + Words.percent(probability, "of ");
    }

    private String kept() {
        int ended = number(judged.getSupplierEndedAtLead());
        String had = then ? " had" : " has";
        return ended == 0
                ? had + " promised no date this far ahead before"
                : had + " kept " + number(judged.getSupplierKeptAtLead()) + " of " + Words.count(ended, "date", "dates")
                        + " promised this far ahead";
    }

    /** "4 of the 11 still needed have a date". */
    private String dated(int named, int needed) {
        if (named > needed) {
            return Words.count(named, "site", "sites") + (then ? " had" : " have") + " a date where " + needed + " "
                    + are(needed) + " still needed";
        }
        return (named == 0 ? "none" : named) + " of the " + needed + " still needed "
                + (then ? "had" : named < 2 ? "has" : "have") + " a date";
    }

    private String are(int many) {
        return then ? (many == 1 ? "was" : "were") : many == 1 ? "is" : "are";
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private static double number(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static String reached(@Nullable LocalDate date) {
        return date == null ? "in more than eleven years" : "by " + date;
    }
}
