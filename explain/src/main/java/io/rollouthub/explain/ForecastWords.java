package io.rollouthub.explain;

import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.output.MilestoneState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers behind a probability, in words (semantics 9). */
final class ForecastWords {
    private ForecastWords() {}

    /** How it looked on a day that is past. */
    static List<String> then(Forecast forecast, MilestoneState milestone, LocalDate day) {
        String left = Words.days(Math.max(0, Words.between(day, milestone.getDue())));
        return List.of(
                "By then " + Words.progress(milestone) + " counted, so " + forecast.remaining() + " remained, with "
                        + left + " left.",
                before(forecast) + " there had been " + recent(forecast, milestone) + ": at that pace "
                        + forecast.remaining() + " more in " + left + " had a probability "
                        + Words.percent(milestone.getProbability(), "of ") + ".");
    }

    /** How it looks today. */
    static List<String> now(Forecast forecast, MilestoneState milestone, LocalDate today) {
        String left = Words.days(Math.max(0, Words.between(today, milestone.getDue())));
        return List.of(
                before(forecast) + " there were " + recent(forecast, milestone) + ": at that pace "
                        + forecast.remaining() + " more in the " + left + " that are left have a probability "
                        + Words.percent(milestone.getProbability(), "of ") + ".",
                "It comes to 50 % " + by(milestone.getP50()) + " and to 85 % " + by(milestone.getP85()) + ".");
    }

    private static String by(@Nullable LocalDate date) {
        return date == null ? "in more than a hundred years" : "by " + date;
    }

    private static String before(Forecast forecast) {
        return "In the " + Words.days(forecast.exposureDays())
                + (forecast.exposureDays() < Forecast.MOST_EXPOSURE ? " since the first report" : " before");
    }

    private static String recent(Forecast forecast, MilestoneState milestone) {
        String scope = Words.scope(milestone.getProduct(), milestone.getRelease(), null);
        return (forecast.recent() == 0 ? "no go-live" : Words.goLives(forecast.recent())) + scope;
    }
}
