package io.rollouthub.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertState;
import io.rollouthub.topic.Topics;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is told of the real programme; every figure was worked out by hand from the suppliers' reports. */
class NpfitStoryTest {
    private final Journal journal = Journal.npfit();

    @Test
    void thePledgeOfTwelveWasOutOfReachFromTheStartAndTheStorySaysWhy() {
        assertThat(journal.explain("south/MILESTONE_AT_RISK/dozen-by-end-october"))
                .containsExactly(
                        "Twelve Millennium installations by the end of October 2006",
                        "south/MILESTONE_AT_RISK/dozen-by-end-october, in Southern, NHS National Programme for IT,"
                                + " acute care records",
                        "",
                        "What was promised",
                        "On 2006-06-30 Fujitsu promised 12 go-lives of millennium by 2006-10-31 [fujitsu/npfit-017].",
                        "Source: digitalhealth.net, October 2006 (Fujitsu's Cerner delays mount in the South); promise"
                                + " made in June.",
                        "",
                        "How the date moved",
                        "It has not been moved.",
                        "",
                        "What happened",
                        "Promised: 12 go-lives of millennium. So far 3 count:",
                        "2005-12-22: Nuffield Orthopaedic Centre live on millennium R0 [fujitsu/npfit-009]",
                        "2006-07-29: Weston Area Health live on millennium R0 [fujitsu/npfit-021]",
                        "2006-09-25: Buckinghamshire Hospitals live on millennium R0 [fujitsu/npfit-026]",
                        "",
                        "The alert MILESTONE_AT_RISK",
                        "The rule: by how dates are kept here, the promised number of go-lives is reached in time with a"
                                + " probability below 20 %, and dates have been broken or the plans do not suffice; it"
                                + " ends at 40 %. It is judged once a day.",
                        "On 2006-07-01 it opened: with 1 of 12 go-lives, 11 short, and 122 days left until 2006-10-31"
                                + " [fujitsu/npfit-017].",
                        "Fujitsu had promised no date this far ahead before; 4 of the 11 still needed had a date; at"
                                + " this record 3.0 of them were expected in time, and 0.9 more of sites without a date"
                                + " (no go-live in the 191 days before), a probability of 0.3 %, and the limit is 20 %.",
                        "Of the dates promised here 2 had been broken.",
                        "On 2006-11-01 it ended (ESCALATED): 2006-10-31 had passed with 3 of 12 go-lives, 9 short; see"
                                + " south/MILESTONE_MISSED/dozen-by-end-october.",
                        "",
                        "Where it stands on 2007-01-01",
                        "Missed: due on 2006-10-31, 62 days ago, with 3 of 12 go-lives, 9 short; it is Fujitsu's to"
                                + " deliver.",
                        "Open since 2006-11-01: south/MILESTONE_MISSED/dozen-by-end-october.");
    }

    @Test
    void aMilestonesStoryHasAllItsAlertsInTheOrderInWhichTheyOpened() {
        assertThat(journal.explain("south/dozen-by-end-october"))
                .containsSubsequence(
                        "The alert MILESTONE_AT_RISK",
                        "The alert MILESTONE_MISSED",
                        "The rule: the date has passed, and the milestone has not been achieved.",
                        "On 2006-11-01 it opened: 2006-10-31 had passed with 3 of 12 go-lives, 9 short"
                                + " [fujitsu/npfit-017].",
                        "It is still open.",
                        "Where it stands on 2007-01-01");
    }

    @Test
    void aDateThatMovedAndWasTakenBackIsToldReportByReport() {
        assertThat(journal.explain("south/go-live/taunton-somerset/millennium/R0"))
                .containsSubsequence(
                        "Taunton and Somerset live on millennium R0",
                        "On 2006-06-15 Fujitsu planned it for 2006-08-31 [fujitsu/npfit-016].",
                        "How the date moved",
                        "On 2006-09-15 Fujitsu moved it to 2006-10-08, 38 days later [fujitsu/npfit-023].",
                        "On 2006-10-05 Fujitsu took the date back; until there is a new one, 2006-10-08 still counts"
                                + " [fujitsu/npfit-027].",
                        "In all it was moved later once, and 2006-10-08 is 38 days later than the first date,"
                                + " 2006-08-31.",
                        "It has not been reported live.",
                        "The alert MILESTONE_MISSED",
                        "Episode 1:",
                        "On 2006-09-01 it opened: 2006-08-31 had passed and the site was not live [fujitsu/npfit-016].",
                        "On 2006-09-15 it ended (REPLANNED): the date was now 2006-10-08 [fujitsu/npfit-023].",
                        "Episode 2:",
                        "On 2006-10-09 it opened: 2006-10-08 had passed and the site was not live [fujitsu/npfit-023].",
                        "The alert DATE_SLIPPING",
                        "On 2006-09-15 it opened: it was due on 2006-10-08, 38 days after the first date, 2006-08-31,"
                                + " and the limit is 30 days [fujitsu/npfit-016, fujitsu/npfit-023].");
    }

    @Test
    void aPledgeThatIsPendingComesWithItsOutlook() {
        assertThat(journal.explain("south/one-a-month-to-april-2007"))
                .containsSubsequence(
                        "Promised: 6 go-lives of millennium from 2006-11-01 on. So far none counts.",
                        "Pending: due on 2007-04-30, in 119 days, with 0 of 6 go-lives, 6 short; it is Fujitsu's to"
                                + " deliver.",
                        "4 of the 6 still needed have a date; at this record 3.2 of them are expected in time, and 1.9"
                                + " more of sites without a date (2 go-lives in the 365 days before), a probability of"
                                + " 35.2 %.",
                        "It comes to 50 % by 2007-05-24 and to 85 % by 2007-12-05.",
                        "No alert is open on it.");
    }

    @Test
    void aContractThatWasToBeSignedIsToldFromTheReportsOnIt() {
        assertThat(journal.explain("london/MILESTONE_MISSED/cerner-contract-by-half-year-results"))
                .containsSubsequence(
                        "On 2006-10-24 BT promised the signing of contract london-cerner by 2006-11-30"
                                + " [bt/npfit-031].",
                        "On 2006-07-18 BT reported cerner as preferred for contract london-cerner (bt with cerner)"
                                + " [bt/npfit-018].",
                        "On 2006-12-01 it opened: 2006-11-30 had passed and the contract was not signed"
                                + " [bt/npfit-031].",
                        "Missed: due on 2006-11-30, 32 days ago, and the contract is not signed; it is BT's to"
                                + " deliver.");
    }

    @Test
    void aSilenceIsToldWithTheLastReportsAndWhatWasDue() {
        assertThat(journal.explain("south/SUPPLIER_SILENT/fujitsu"))
                .containsSubsequence(
                        "Reports of Fujitsu",
                        "The last 5 of 27 reports:",
                        "On 2006-10-24 Fujitsu planned release R1 of millennium for 2007-03-31 [fujitsu/npfit-030].",
                        "The rule: the supplier owns a milestone that has not been achieved, and has not reported for"
                                + " 35 days.",
                        "Episode 2:",
                        "On 2006-01-27 it opened: nothing had been accepted from it since 2005-12-23, for 35 days, and"
                                + " the limit is 35 days [fujitsu/npfit-010].",
                        "It owned 1 milestone that was not achieved.",
                        "On 2006-03-31 it ended (REPORTED): the supplier reported again [fujitsu/npfit-011].",
                        "Episode 4:",
                        "It is still open.",
                        "It is silent.",
                        "It owns 8 milestones not achieved:",
                        "due 2006-10-31, missed: dozen-by-end-october (Twelve Millennium installations by the end of"
                                + " October 2006)");
    }

    @Test
    void anOpenAlertWhoseForecastIsGoneSaysSinceWhenNothingIsKnown() {
        Told told = Journal.told(journal.entries);
        String id = "south/MILESTONE_AT_RISK/dozen-by-end-october";
        Alert open = Alert.newBuilder(
                        Objects.requireNonNull(told.results().alerts().get(id)))
                .setState(AlertState.OPEN)
                .setUnknownSince(LocalDate.parse("2006-08-01"))
                .build();
        told.results().publish(Topics.ALERTS, id, open);
        JournalStories stories = new JournalStories();
        journal.entries.forEach(entry -> stories.accept(0, entry));

        assertThat(stories.story(Subject.of(id), told).text())
                .contains("Open since 2006-07-01: " + id + "; nothing is known of its chances since 2006-08-01.");
    }

    @Test
    void anAlertThatNeverOpenedAndAThingWithoutADateAreToldToo() {
        assertThat(journal.explain("south/MILESTONE_MISSED/one-a-month-to-april-2007"))
                .contains("It has never opened.");
        assertThat(journal.explain("south/release/millennium/R0"))
                .containsSubsequence(
                        "Release R0 of millennium",
                        "No date has been named for it.",
                        "On 2005-12-23 Fujitsu reported release R0 of millennium delivered on 2005-12-22"
                                + " [fujitsu/npfit-010].",
                        "It has no date, so it can be neither met nor missed.",
                        "No alert is open on it.");
    }
}
