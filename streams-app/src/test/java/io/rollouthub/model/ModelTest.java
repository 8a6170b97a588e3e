package io.rollouthub.model;

import static io.rollouthub.model.TinyJournal.date;
import static io.rollouthub.model.TinyJournal.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.programme.Thresholds;
import java.util.List;
import java.util.Objects;
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
    void aChangedThresholdIsJudgedAtOnceAtTheClock() {
        journal.plan(0, "e1", 0, 300, null);
        journal.tick(20);
        journal.programme("UTC", 7);
        journal.programme("UTC", 21);
        assertThat(journal.transitions())
                .containsExactly(
                        tuple(day(20), "c/SUPPLIER_SILENT/a", "OPEN", day(7)),
                        tuple(day(20), "c/SUPPLIER_SILENT/a", "RECOVERED", day(7)));
    }

    @Test
    void aProgrammeWithAnotherZoneIsRefusedWhole() {
        journal.plan(0, "e1", 0, 300, null);
        journal.tick(20);
        journal.programme("Europe/London", 7);
        assertThat(journal.transitions()).isEmpty();
    }

    @Test
    void anEventFromBehindTheClockIsStampedWithTheClockAndMayLeaveItsSupplierSilent() {
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
    void ticksBeforeItsFirstEventMoveTheClockOfAClusterToo() {
        journal.tick(9);
        journal.plan(5, "e1", 5, 7, null);
        assertThat(journal.transitions())
                .containsExactly(tuple(day(9), "c/MILESTONE_MISSED/" + GO_LIVE, "OPEN", day(8)));
    }

    @Test
    void whatIsReplacedStaysLeftOutWhateverBecomesOfTheReplacingEvent() {
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
    void anEntryThatBreaksTheRangesIsPassedOverWhole() {
        journal.plan(0, "e1", 0, 300, null);
        journal.tick(20);
        for (Thresholds broken : List.of(
                new Thresholds(1.0, null, 30, 3, 7),
                new Thresholds(-0.1, null, 30, 3, 7),
                new Thresholds(0.2, 0.1, 30, 3, 7),
                new Thresholds(0.2, 1.1, 30, 3, 7),
                new Thresholds(Double.NaN, null, 30, 3, 7),
                new Thresholds(0.2, Double.NaN, 30, 3, 7),
                new Thresholds(0.2, null, 0, 3, 7),
                new Thresholds(0.2, null, 30, 0, 7),
                new Thresholds(0.2, null, 30, 3, 0))) {
            journal.programme("UTC", broken);
            assertThat(journal.transitions()).isEmpty();
        }
        journal.programme("UTC", new Thresholds(0.0, 0.0, 1, 1, 20));
        assertThat(journal.transitions()).containsExactly(tuple(day(20), "c/SUPPLIER_SILENT/a", "OPEN", day(20)));
    }

    @Test
    void aCommitmentIsAtRiskFromADailyReviewToADailyReview() {
        journal.programme("UTC", new Thresholds(0.20, 0.23, 30, 3, 35));
        journal.commit(0, "e1", 3, 60);
        journal.tick(29);
        journal.negotiate(29, "e2", -400, null); // no report of something else matters to what was observed
        assertThat(journal.transitions()).isEmpty();
        journal.tick(30);
        journal.commit(31, "e3", 1, 60); // 7/30 at the next review, which says so
        journal.commit(32, "e4", 3, 60);
        journal.tick(33);
        assertThat(journal.transitions())
                .containsExactly(
                        tuple(day(30), "c/MILESTONE_AT_RISK/m", "OPEN", day(30)),
                        tuple(day(32), "c/MILESTONE_AT_RISK/m", "RECOVERED", day(30)),
                        tuple(day(33), "c/MILESTONE_AT_RISK/m", "OPEN", day(33)));
    }

    @Test
    void fortySitesThatKeepTheirDatesNeverPutTheirPledgeAtRisk() {
        for (int i = 0; i < 40; i++) {
            journal.site("s" + i, 0, GoLiveStatus.PLANNED, 5 + i * i / 10);
        }
        journal.commit(0, "e1", 40, 170);
        for (int i = 0; i < 40; i++) {
            journal.site("s" + i, 5 + i * i / 10, GoLiveStatus.LIVE, 5 + i * i / 10);
        }
        assertThat(journal.transitions()).isEmpty();
        assertThat(Objects.requireNonNull(model.milestones().get("c/m")).status())
                .isEqualTo("MET");
        assertThat(Objects.requireNonNull(model.supplierRecords().get("c/a")).promisesKept())
                .isEqualTo(40);
    }

    @Test
    void anAtRiskThresholdCountsFromTheNextReviewOn() {
        journal.commit(0, "e1", 3, 60);
        journal.tick(30);
        journal.programme("UTC", new Thresholds(0.0, 0.0, 30, 3, 35));
        assertThat(journal.transitions()).containsExactly(tuple(day(30), "c/MILESTONE_AT_RISK/m", "OPEN", day(30)));
        journal.tick(31);
        assertThat(journal.transitions())
                .last()
                .isEqualTo(tuple(day(31), "c/MILESTONE_AT_RISK/m", "RECOVERED", day(30)));
    }

    @Test
    void aRepeatIsCountedAndAnotherContentRefusedAndBothMoveTheClockAlone() {
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
    void theThousandAndFirstReportOnAThingIsRefusedButARepeatIsARepeat() {
        for (int i = 1; i <= 1_001; i++) {
            journal.plan(0, "e" + i, 0, 300 + i, null);
        }
        journal.plan(0, "e1000", 0, 1_300, null);
        assertThat(model.refused()).containsExactly(new RefusedView("c", "e1001", "a", "TOO_MANY_REVISIONS"));
        assertThat(model.duplicates()).isEqualTo(1);
    }
}
