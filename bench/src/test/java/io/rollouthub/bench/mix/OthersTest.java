package io.rollouthub.bench.mix;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.report.EventStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OthersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @Test
    void oneReportInFiveIsASiteWhoseDayHasPassed() {
        List<Sent> mix = new Mix(1_000, Mix.SEED, TODAY).sent();

        List<Sent> all = new Overdue(TODAY).among(mix, 5);

        List<Sent> overdue = all.stream()
                .filter(sent -> Overdue.isOne(sent.report().key().milestone()))
                .toList();
        assertThat(all).hasSize(1_250).containsAll(mix);
        assertThat(overdue)
                .hasSize(250)
                .allMatch(sent -> Objects.requireNonNull(sent.report().date()).isBefore(TODAY));
        assertThat(overdue).extracting(sent -> sent.report().key()).doesNotHaveDuplicates();
    }

    @Test
    void eachGoLiveCountsForAllCommitmentsOfItsCluster() {
        CountedLives counted = new CountedLives(3, false, TODAY);
        List<Sent> lives = counted.lives(50);

        assertThat(counted.pledges())
                .extracting(Sent::cluster)
                .containsOnly(lives.get(0).cluster());
        assertThat(lives).extracting(sent -> sent.report().status()).containsOnly(EventStatus.LIVE);
        for (Sent pledge : counted.pledges()) {
            String target = String.valueOf(pledge.report().target());
            assertThat(target).contains("count=1000000");
            LocalDate since = LocalDate.parse(target.replaceAll(".*since=([0-9-]+).*", "$1"));
            assertThat(lives)
                    .allMatch(sent ->
                            !Objects.requireNonNull(sent.report().date()).isBefore(since));
        }
        assertThat(counted.pledges())
                .extracting(sent -> String.valueOf(sent.report().target()))
                .doesNotHaveDuplicates();
        assertThat(new CountedLives(3, true, TODAY).pledges())
                .extracting(sent -> String.valueOf(sent.report().target()))
                .containsOnly(String.valueOf(new CountedLives(1, true, TODAY)
                        .pledges()
                        .get(0)
                        .report()
                        .target()));
    }
}
