package io.rollouthub.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.output.DeliveryRate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The sums that are shown beside a month's own figures. */
class CumulativeRateTest {
    private final SortedMap<String, DeliveryRate> rates = new TreeMap<>();

    @Test
    void aMonthHasTheSumOfAllUpToItsEnd() {
        whole("north", "2020-02", 1, 10, 100);
        whole("north", "2020-03", 0, 0, 0);
        whole("north", "2021-01", 2, 20, 200);

        assertThat(CumulativeRate.of(rates))
                .extracting(month -> month.rate().getMonth() + " " + sums(month))
                .containsExactly("2020-02 1 10 100", "2020-03 1 10 100", "2021-01 3 30 300");
    }

    @Test
    void eachClusterBeginsAnewAlsoIfItsNameBeginsLikeAnothers() {
        whole("north", "2020-02", 1, 1, 1);
        whole("north-east", "2020-02", 2, 2, 2);
        whole("north.west", "2020-02", 3, 3, 3);
        whole("north", "2020-03", 4, 4, 4);
        whole("north-east", "2020-03", 5, 5, 5);

        assertThat(CumulativeRate.of(rates))
                .extracting(month -> month.rate().getCluster() + " " + sums(month))
                .containsExactlyInAnyOrder(
                        "north 1 1 1", "north 5 5 5", "north-east 2 2 2", "north-east 7 7 7", "north.west 3 3 3");
    }

    @Test
    void partsOfAMonthAreNotCountedTwice() {
        whole("north", "2020-02", 2, 2, 2);
        rates.put(
                "north/2020-02/supplier/acme",
                new DeliveryRate("north", "2020-02", "acme", null, null, 1, null, null, null, null, null));
        rates.put(
                "north/2020-02/release/p/r",
                new DeliveryRate("north", "2020-02", null, "p", "r", 1, null, null, null, null, null));

        assertThat(CumulativeRate.of(rates))
                .extracting(CumulativeRateTest::sums)
                .containsExactly("2 2 2");
    }

    @Test
    void sumsInRowsOfAnOlderHubAreNotAskedFor() {
        rates.put("north/2020-02", new DeliveryRate("north", "2020-02", null, null, null, 1, 7, 1, 7, 1, 7));

        assertThat(CumulativeRate.of(rates))
                .extracting(CumulativeRateTest::sums)
                .containsExactly("1 1 1");
    }

    private void whole(String cluster, String month, int goLives, int planned, int due) {
        rates.put(
                cluster + "/" + month,
                DeliveryRate.newBuilder()
                        .setCluster(cluster)
                        .setMonth(month)
                        .setGoLives(goLives)
                        .setPlanned(planned)
                        .setDue(due)
                        .build());
    }

    private static String sums(CumulativeRate month) {
        return month.goLives() + " " + month.planned() + " " + month.due();
    }
}
