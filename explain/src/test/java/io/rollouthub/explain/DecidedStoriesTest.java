package io.rollouthub.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is told of the small decided cases. */
class DecidedStoriesTest {
    @Test
    void aPromiseThatIsChangedAndAnAlertThatStartsAnew() {
        assertThat(Journal.scenario("04-recommitted").explain("north/m"))
                .containsSubsequence(
                        "On 2019-01-10 Acme promised 5 go-lives by 2019-06-30 [acme/a1].",
                        "On 2019-05-01 Acme kept the date, and changed the promise to 2 go-lives [acme/a3].",
                        "On 2019-07-10 Acme moved it to 2019-07-05, 5 days later [acme/a4].",
                        "Promised: 2 go-lives. So far 2 count:",
                        "On 2019-02-09 it opened: with 0 of 5 go-lives, 5 short, and 141 days left until 2019-06-30"
                                + " [acme/a1].",
                        "Acme had promised no date this far ahead before; none of the 5 still needed had a date; at"
                                + " this record 2.2 were expected in time (no go-live in the 30 days before), a"
                                + " probability of 15.3 %, and the limit is 20 %.",
                        "No date had been broken here, but the plans did not suffice.",
                        "On 2019-05-02 it ended (RECOVERED): its chances were better, with 1 of 2 go-lives, 1 short, and"
                                + " 2019-06-30 as the date.",
                        "Acme had promised no date this far ahead before; none of the 1 still needed had a date; at"
                                + " this record 0.6 were expected in time (1 go-live in the 112 days before), a"
                                + " probability of 40.7 %, and the limit is 40 %.",
                        "On 2019-07-01 it opened: 2019-06-30 had passed with 1 of 2 go-lives, 1 short [acme/a1].",
                        "On 2019-07-10 it stayed open: 2019-07-05 had passed with 1 of 2 go-lives, 1 short, which came"
                                + " to light only then; it counts from 2019-07-06 [acme/a4].",
                        "On 2019-07-20 it ended (REPORTED_LATE): it was achieved on 2019-07-04, 1 day before its date"
                                + " 2019-07-05, so only the report was late and the alert false [acme/a5].",
                        "Achieved on 2019-07-04, 1 day before its date 2019-07-05.");
    }

    @Test
    void aContractSignedAndTerminated() {
        assertThat(Journal.scenario("04-recommitted").explain("north/c"))
                .containsSubsequence(
                        "On 2019-11-05 Acme reported contract k (authority with acme) signed on 2019-10-31 [acme/a7].",
                        "On 2019-11-20 Acme reported contract k (authority with acme) terminated on 2019-11-20"
                                + " [acme/a8].",
                        "Achieved on 2019-10-31, on the very day.");
    }

    @Test
    void aReportThatCameLateAndAThingThatLostItsDate() {
        assertThat(Journal.scenario("03-live-before-its-plan-arrives-late").explain("north/go-live/s1/core/R1"))
                .containsSubsequence(
                        "No date has been named for it.",
                        "On 2019-03-05 (received on 2019-04-20) Acme reported s1 live on core R1 since 2019-03-05"
                                + " [acme/a0].",
                        "On 2019-04-11 it opened: 2019-04-10 had passed and the site was not live [acme/a1].",
                        "On 2019-04-20 it ended (REPORTED_LATE): it had been achieved, and there was no date for it any"
                                + " more [acme/a0].",
                        "It has no date, so it can be neither met nor missed.");
    }

    @Test
    void twoSuppliersACorrectionAndAGoLiveThatWasTakenBack() {
        assertThat(Journal.scenario("05-two-suppliers-repeats-replaced").explain("north/go-live/s1/core/R1"))
                .containsSubsequence(
                        "On 2019-03-02 Acme planned it for 2019-05-01 [acme/e2].",
                        "On 2019-03-03 Zeta moved it to 2019-05-10, 9 days later [zeta/e1].",
                        "On 2019-05-20 Zeta reported s1 live on core R1 since 2019-05-09 [zeta/e3].",
                        "On 2019-05-21 Acme reported s1 live on core R1 no longer, from 2019-05-21 on [acme/e4].",
                        "On 2019-06-10 Acme reported s1 live on core R1 since 2019-06-09 [acme/e5].",
                        "What was corrected",
                        "On 2019-03-01 Acme planned s1 live on core R1 for 2020-05-01 [acme/e1]. It counts no more:"
                                + " replaced by [acme/e2].");
    }

    @Test
    void datesThatSlipComeBackAndAreWithdrawn() {
        Journal journal = Journal.scenario("06-slips-and-no-date");
        assertThat(journal.explain("south/go-live/s1/core/R1"))
                .containsSubsequence(
                        "In all it was moved later 3 times, and 2019-04-29 is 28 days later than the first date,"
                                + " 2019-04-01.",
                        "On 2019-04-10 it opened: the date had been moved later 3 times, and the limit is 3 [acme/a1,"
                                + " acme/a2, acme/a3, acme/a4].",
                        "On 2019-10-01 it ended (MET_LATE): it was achieved on 2019-09-30, 154 days after its date"
                                + " 2019-04-29 [acme/a9].");
        assertThat(journal.explain("south/go-live/s2/core/R1"))
                .containsSubsequence(
                        "On 2019-05-20 Acme took the date back; until there is a new one, 2019-06-30 still counts"
                                + " [acme/a6].",
                        "On 2019-08-01 Acme named a date again, 2019-07-15, 15 days later [acme/a7].",
                        "On 2019-09-01 Acme cancelled s2 live on core R1 on 2019-09-01 [acme/a8].",
                        "On 2019-05-20 it opened: the date 2019-06-30 had been taken back without a new one [acme/a5,"
                                + " acme/a6].",
                        "On 2019-08-01 it ended (RECOVERED): the date, 2019-07-15, was within the limits again"
                                + " [acme/a7].",
                        "On 2019-09-01 it ended (WITHDRAWN): it was withdrawn [acme/a8].",
                        "Withdrawn.");
    }
}
