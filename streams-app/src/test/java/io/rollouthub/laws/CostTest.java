package io.rollouthub.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.Story;
import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.ledger.Result.MilestoneRow;
import io.rollouthub.domain.ledger.Result.RevisionRow;
import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.ReleaseDelivered;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.report.FactKey;
import io.rollouthub.testkit.Events;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing costs more because there are more milestones, but for those that it touches; a daily review touches what is pending. */
class CostTest {
    private static final int PENDING_COUNTS = 3;
    private static final int KINDS = 5; // of other milestones
    private static final Set<String> DAYS = Set.of("review", "due and silent");

    @Test
    void reportsAndTicksReadNoMoreAmong10000OtherMilestonesThanAmong10() {
        Map<String, Map<String, Integer>> many = costs(10_000 / KINDS);
        Map<String, Map<String, Integer>> few = costs(10 / KINDS);
        assertThat(many.keySet()).containsAll(DAYS);
        many.keySet().removeAll(DAYS);
        few.keySet().removeAll(DAYS);
        assertThat(many).isEqualTo(few);
    }

    @Test
    void aDailyReviewLooksAtThePendingCountsAndDatesAlone() {
        int dates = 50;
        Map<String, Integer> review = costs(dates).get("review");
        assertThat(review)
                .containsEntry("milestones got", dates + PENDING_COUNTS * 2) // to judge counts, to tell them
                .containsEntry("milestones written", PENDING_COUNTS) // of the dates nothing is known yet
                .containsEntry("index found", dates + PENDING_COUNTS * 2)
                .doesNotContainKeys("reports ranges", "clusters written"); // what follows from reports is in memory
    }

    @Test
    void aTickWithNothingDueIsTheTickAndNothingElseHoweverManyClustersThereAre() {
        CountedTables counted = new CountedTables();
        Story story = Story.keptIn(counted.tables, counted.memory).on("2020-01-01T09:00:00Z");
        for (int cluster = 0; cluster < 1_000; cluster++) {
            story.inCluster("c-" + cluster).planned("2021-01-01");
        }
        story.ledger.round();
        counted.taken();
        story.tick("2020-01-01T10:00:00Z");
        assertThat(counted.taken()).isEqualTo(Map.of("tick written", 1));
    }

    @Test
    void aGoLiveThatCountsFor500OpenCommitmentsCostsWhatOneForOneDoes() {
        assertThat(goLiveAmong(500)).isEqualTo(goLiveAmong(1));
    }

    @Test
    void theirProgressIsToldOnceForManyGoLives() {
        int commitments = 20;
        Story story = counting(commitments, new CountedTables());
        int before = story.ledger.told(MilestoneRow.class);
        for (int i = 0; i < 30; i++) {
            story.of("site-" + i).live("2020-01-01");
        }
        story.ledger.round();
        assertThat(story.ledger.told(MilestoneRow.class) - before).isEqualTo(commitments);
        assertThat(story.milestone("count-7").getProgress()).isEqualTo(30);
    }

    @Test
    void aReportBeforeAllOthersReadsWritesAndTellsAmong900WhatItDoesAmong9() {
        assertThat(firstAmong(900)).isEqualTo(firstAmong(9)).containsEntry("revisions told", 1);
    }

    @Test
    void ofLongHistoriesNoMoreReportsAreHeldThanOfShortOnes() {
        CountedTables counted = new CountedTables();
        List<FactKey> things = new ArrayList<>();
        for (int thing = 0; thing < 20; thing++) {
            things.add(FactKey.ofMilestone("south", "go-live/s-" + thing + "/p/r"));
            for (int report = 0; report < 1_000; report++) {
                GoLiveEvent event = Events.goLive("e" + report, GoLiveStatus.PLANNED, LocalDate.of(2020, 1, 1))
                        .setSite("s-" + thing)
                        .build();
                counted.tables
                        .reports()
                        .put(things.get(thing) + "/acme/e" + report, new JournalEntry(Instant.EPOCH, null, event));
            }
        }
        Histories histories = new Histories(counted.tables.reports());
        things.forEach(histories::of);
        counted.taken();
        things.subList(4, 20).forEach(histories::of);
        assertThat(counted.taken()).isEmpty();
        histories.of(things.get(0));
        assertThat(counted.taken()).containsEntry("reports found", 1_000);
    }

    /** What the ledger reads, writes and tells at a report that stands before so many others on its site. */
    private static Map<String, Integer> firstAmong(int others) {
        CountedTables counted = new CountedTables();
        Story story = Story.keptIn(counted.tables, counted.memory)
                .on("2020-01-01T09:00:00Z")
                .withoutRounds();
        LocalDate due = LocalDate.of(2021, 1, 1);
        for (int i = 0; i < others; i++) {
            story.planned(due.plusDays(i).toString());
        }
        counted.taken();
        int told = story.ledger.told(RevisionRow.class);
        story.reported("1999-01-01T09:00:00Z").planned("2020-12-01");
        Map<String, Integer> costs = new LinkedHashMap<>(counted.taken());
        costs.put("revisions told", story.ledger.told(RevisionRow.class) - told);
        return costs;
    }

    /** What the ledger reads and writes at a go-live that counts for so many commitments and fulfils none. */
    private static Map<String, Integer> goLiveAmong(int commitments) {
        CountedTables counted = new CountedTables();
        Story story = counting(commitments, counted);
        counted.taken();
        story.of("site").live("2020-01-01");
        return counted.taken();
    }

    private static Story counting(int commitments, CountedTables counted) {
        Story story = Story.keptIn(counted.tables, counted.memory).on("2020-01-01T09:00:00Z");
        for (int i = 0; i < commitments; i++) {
            story.of("count-" + i).committed("2021-01-01", new GoLiveCount(20_000, null, null, null));
        }
        return story.withoutRounds();
    }

    /** What each step takes, of a cluster that has so many other milestones of each kind. */
    private static Map<String, Map<String, Integer>> costs(int others) {
        CountedTables counted = new CountedTables();
        Story story = Story.keptIn(counted.tables, counted.memory).on("2020-01-01T09:00:00Z");
        for (int i = 0; i < others; i++) {
            story.of("site-" + i).planned("2021-01-01");
            story.of("live-" + i).goLive(GoLiveStatus.LIVE, "2019-12-01", "q", "r");
            story.of("plain-" + i).committed("2021-01-01", null);
            story.of("waiting-" + i).committed("2021-01-01", new ReleaseDelivered("q", "r-" + i));
            story.of("signing-" + i).committed("2021-01-01", new ContractSigned("k-" + i));
            story.of("missed-" + i).committed("2020-01-01", null);
        }
        for (int i = 0; i < PENDING_COUNTS; i++) {
            story.of("count-" + i).committed("2021-01-01", new GoLiveCount(20_000, null, null, null));
        }
        story.committed("2020-02-10", new ReleaseDelivered("p", "r"));
        story.tick("2020-02-03T12:00:00Z");

        Map<String, Map<String, Integer>> costs = new LinkedHashMap<>();
        counted.taken();
        story.on("2020-02-03T13:00:00Z").live("2020-02-01");
        costs.put("go-live", counted.taken());
        story.on("2020-02-03T13:00:00Z")
                .id("e" + (others * (KINDS + 1) + PENDING_COUNTS + 2))
                .live("2020-02-01");
        costs.put("repeat", counted.taken());
        story.planned("2020-02-20");
        costs.put("plan", counted.taken());
        story.contract(ContractStage.SIGNED, "2020-02-01", null);
        costs.put("contract", counted.taken());
        story.tick("2020-02-03T14:00:00Z");
        costs.put("tick", counted.taken());
        story.tick("2020-02-04T00:00:00Z");
        costs.put("review", counted.taken());
        story.tick("2020-02-12T00:00:00Z");
        costs.put("due and silent", counted.taken());
        return costs;
    }
}
