package io.rollouthub.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.Story;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.output.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A due date is missed when the next day begins there, whatever the clocks do (semantics 1). */
class CalendarTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/London, 2006-03-25, 2006-03-26T00:00:00Z",
        "Europe/London, 2006-03-26, 2006-03-26T23:00:00Z", // 23 hours
        "Europe/London, 2006-06-30, 2006-06-30T23:00:00Z",
        "Europe/London, 2006-10-29, 2006-10-30T00:00:00Z", // 25 hours
        "America/Santiago, 2019-09-07, 2019-09-08T04:00:00Z", // the 8th begins at 01:00
        "America/Santiago, 2019-09-08, 2019-09-09T03:00:00Z",
        "America/Santiago, 2019-04-06, 2019-04-07T04:00:00Z", // clocks go back from 24:00 to 23:00
        "Asia/Beirut, 2019-03-30, 2019-03-30T22:00:00Z", // the 31st begins at 01:00
        "Asia/Beirut, 2019-03-31, 2019-03-31T21:00:00Z",
        "Asia/Beirut, 2019-10-26, 2019-10-26T22:00:00Z", // clocks go back from 24:00 to 23:00
        "Australia/Lord_Howe, 2019-04-06, 2019-04-06T13:00:00Z",
        "Australia/Lord_Howe, 2019-04-07, 2019-04-07T13:30:00Z", // half an hour more
        "Australia/Lord_Howe, 2019-10-05, 2019-10-05T13:30:00Z",
        "Australia/Lord_Howe, 2019-10-06, 2019-10-06T13:00:00Z", // half an hour less
        "+05:17:23, 2020-03-01, 2020-03-01T18:42:37Z",
        "Pacific/Apia, 2011-12-29, 2011-12-30T10:00:00Z",
        "Pacific/Apia, 2011-12-30, 2011-12-30T10:00:00Z", // a day that never was
        "Pacific/Apia, 2011-12-31, 2011-12-31T10:00:00Z",
        "America/St_Johns, 2010-11-06, 2010-11-07T02:30:00Z", // the 7th begins, and again an hour later
        "America/St_Johns, 2010-11-07, 2010-11-08T03:30:00Z",
        "UTC, 2020-02-28, 2020-02-29T00:00:00Z",
        "UTC, 2020-02-29, 2020-03-01T00:00:00Z",
        "UTC, 2019-02-28, 2019-03-01T00:00:00Z"
    })
    void aDueDateIsMissedFromTheBeginningOfTheNextDay(String zone, String due, Instant end) {
        Story story =
                Story.in(zone).on(end.minus(Duration.ofDays(5)).toString()).committed(due, null);
        story.tick(end.minusMillis(1).toString());
        assertThat(story.milestone("m").getStatus()).isEqualTo(Status.PENDING);
        assertThat(story.news()).isEmpty();
        story.tick(end.plus(Duration.ofDays(3)).toString());
        assertThat(story.news()).containsExactly(end + " MILESTONE_MISSED/m 1 OPEN since " + end);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/London, 2006-03-25T12:00:00Z, 2006-03-28T12:00:00Z, 3",
        "America/Santiago, 2019-09-07T12:00:00Z, 2019-09-10T12:00:00Z, 3",
        "Pacific/Apia, 2011-12-29T12:00:00Z, 2012-01-01T12:00:00Z, 3", // the 31st, the 1st and the 2nd there
        "America/St_Johns, 2010-11-06T12:00:00Z, 2010-11-09T12:00:00Z, 3",
        "America/St_Johns, 2010-11-07T02:45:00Z, 2010-11-08T03:29:59Z, 0", // the 7th had its review
        "+05:17:23, 2020-02-28T00:00:00Z, 2020-03-02T00:00:00Z, 3"
    })
    void eachDayHasOneReview(String zone, String from, String to, int reviews) {
        int published = 0;
        Story story =
                Story.in(zone).on("2005-01-01T00:00:00Z").committed("2030-01-01", new GoLiveCount(5, null, null, null));
        story.tick(from);
        Instant last = story.milestone("m").getAt();
        for (Instant at = Instant.parse(from); !at.isAfter(Instant.parse(to)); at = at.plusSeconds(600)) {
            story.tick(at.toString());
            if (!story.milestone("m").getAt().equals(last)) {
                last = story.milestone("m").getAt();
                published++;
            }
        }
        assertThat(published).isEqualTo(reviews);
    }

    @Test
    void slipsOver29FebruaryCountThatDay() {
        Story story = Story.in("UTC").on("2020-01-01T00:00:00Z").committed("2020-02-28", null);
        story.on("2020-01-02T00:00:00Z").committed("2020-03-28", null); // 29 days later
        assertThat(story.milestone("m").getSlipDays()).isEqualTo(29);
        assertThat(story.news()).isEmpty();
        story.on("2020-01-03T00:00:00Z").committed("2020-03-29", null); // 30 days
        assertThat(story.news())
                .containsExactly("2020-01-03T00:00:00Z DATE_SLIPPING/m 1 OPEN since 2020-01-03T00:00:00Z");
    }

    @Test
    void aYearBefore29FebruaryIs1March() {
        Story story = Story.in("UTC").on("2020-02-29T12:00:00Z");
        story.of("too-old").live("2019-03-01"); // 365 days ago
        story.of("oldest").live("2019-03-02");
        assertThat(story.cluster().getRatePerMonth365()).isEqualTo(30.4375 / 365);
        story.of("of-90-days").live("2019-12-02");
        assertThat(story.cluster().getRatePerMonth365()).isEqualTo(2 * 30.4375 / 365);
        assertThat(story.cluster().getRatePerMonth90()).isEqualTo(30.4375 / 90);
        story.tick("2020-03-01T00:00:00Z");
        assertThat(story.cluster().getRatePerMonth365()).isEqualTo(30.4375 / 365);
        assertThat(story.cluster().getRatePerMonth90()).isZero();
    }
}
