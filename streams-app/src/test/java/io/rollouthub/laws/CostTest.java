package io.rollouthub.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.Story;
import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.ReleaseDelivered;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing costs more because there are more milestones, but for those that it touches. */
class CostTest {
    private static final int PENDING_COUNTS = 3;
    private static final int KINDS = 5; // of other milestones

    @Test
    void reportsAndTicksReadNoMoreAmong10000OtherMilestonesThanAmong10() {
        assertThat(costs(10_000 / KINDS)).isEqualTo(costs(10 / KINDS));
    }

    @Test
    void aDailyReviewLooksAtThePendingCountsAlone() {
        Map<String, Integer> review = costs(50).get("review");
        assertThat(review)
                .containsEntry("milestones got", PENDING_COUNTS * 2) // to judge them, then to publish them
                .containsEntry("commitments found", PENDING_COUNTS)
                .containsEntry("reports ranges", PENDING_COUNTS)
                .containsEntry("reports found", PENDING_COUNTS)
                .containsEntry("timers found", 2) // the review itself, found and then taken
                .doesNotContainKey("suppliers ranges");
    }

    /** What each step takes, of a cluster that has so many other milestones of each kind. */
    private static Map<String, Map<String, Integer>> costs(int others) {
        CountedTables counted = new CountedTables();
        Story story = Story.keptIn(counted.tables).on("2020-01-01T09:00:00Z");
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
