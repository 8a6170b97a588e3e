package io.rollouthub.model;

import static io.rollouthub.model.TinyJournal.date;
import static io.rollouthub.model.TinyJournal.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sentences of the semantics that no scenario has. */
class ModelTest {
    private static final String GO_LIVE = "go-live/s/p/r";

    private final TinyJournal journal = new TinyJournal();
    private final Model model = journal.model;

    @BeforeEach
    void begin() {
        journal.programme("UTC", 35);
    }

    @Test
    void a_changed_threshold_is_judged_at_once_at_the_clock() {
        journal.plan(0, "e1", 0, 300, null);
        journal.tick(20);
        journal.programme("UTC", 7);
        journal.programme("UTC", 21);
        assertThat(journal.transitions())
                .containsExactly(
                        tuple(day(20), "c/SUPPLIER_SILENT/a", "OPEN", day(7)),
                        tuple(day(20), "c/SUPPLIER_SILENT/a", "NOTHING_DUE", day(7)));
    }

    @Test
    void a_programme_with_another_zone_is_refused_whole() {
        journal.plan(0, "e1", 0, 300, null);
        journal.tick(20);
        journal.programme("Europe/London", 7);
        assertThat(journal.transitions()).isEmpty();
    }

    @Test
    void an_event_from_behind_the_clock_is_stamped_with_the_clock_and_may_leave_its_supplier_silent() {
        journal.plan(0, "e1", 0, 300, null);
        journal.tick(50);
        journal.plan(10, "e2", 10, 340, null);
        journal.plan(20, "e3", 20, 341, null); // 20 + 35 is after 50
        assertThat(journal.transitions())
                .containsExactly(
                        tuple(day(35), "c/SUPPLIER_SILENT/a", "OPEN", day(35)),
                        tuple(day(50), "c/DATE_SLIPPING/" + GO_LIVE, "OPEN", day(50)),
                        tuple(day(50), "c/SUPPLIER_SILENT/a", "REPORTED", day(35)));
    }

    @Test
    void ticks_before_its_first_event_move_the_clock_of_a_cluster_too() {
        journal.tick(9);
        journal.plan(5, "e1", 5, 7, null);
        assertThat(journal.transitions())
                .containsExactly(tuple(day(9), "c/MILESTONE_MISSED/" + GO_LIVE, "OPEN", day(8)));
    }

    @Test
    void what_is_replaced_stays_left_out_whatever_becomes_of_the_replacing_event() {
        journal.plan(0, "e1", 0, 100, null);
        journal.plan(1, "e2", 1, 200, "e1");
        journal.plan(2, "e3", 2, 300, "e2");
        journal.plan(3, "e4", 3, 400, "e4");
        assertThat(model.milestones()).hasEntrySatisfying("c/" + GO_LIVE, milestone -> {
            assertThat(milestone.baseline()).isEqualTo(date(300));
            assertThat(milestone.due()).isEqualTo(date(300));
        });
    }

    @Test
    void an_older_report_on_anything_can_put_a_milestone_at_risk_since_it_lengthens_what_was_observed() {
        journal.commit(0, "e1", 3, 20);
        assertThat(journal.transitions()).isEmpty();
        journal.negotiate(1, "e2", -29, null);
        assertThat(journal.transitions()).containsExactly(tuple(day(1), "c/MILESTONE_AT_RISK/m", "OPEN", day(1)));
        assertThat(model.cluster("c").figures().observedFrom()).isEqualTo(date(-29));
    }

    @Test
    void a_repeat_is_counted_and_another_content_refused_and_both_move_the_clock_alone() {
        journal.plan(0, "e1", 0, 300, null);
        journal.plan(1, "e1", 0, 300, null);
        journal.plan(2, "e1", 0, 301, null);
        journal.negotiate(3, "e1", 3, "100.00"); // the same id of another thing
        journal.negotiate(4, "e1", 3, "100");
        assertThat(model.duplicates()).isEqualTo(2);
        assertThat(model.refused()).containsExactly(new RefusedView("c", "e1", "a", "DUPLICATE_ID"));
        assertThat(model.cluster("c").figures().clock()).isEqualTo(day(4));
        journal.tick(60);
        assertThat(journal.transitions()).containsExactly(tuple(day(38), "c/SUPPLIER_SILENT/a", "OPEN", day(38)));
    }

    @Test
    void the_thousand_and_first_report_on_a_thing_is_refused_but_a_repeat_is_a_repeat() {
        for (int i = 1; i <= 1_001; i++) {
            journal.plan(0, "e" + i, 0, 300 + i, null);
        }
        journal.plan(0, "e1000", 0, 1_300, null);
        assertThat(model.refused()).containsExactly(new RefusedView("c", "e1001", "a", "TOO_MANY_REVISIONS"));
        assertThat(model.duplicates()).isEqualTo(1);
    }
}
