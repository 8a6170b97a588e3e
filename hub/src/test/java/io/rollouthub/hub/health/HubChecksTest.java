package io.rollouthub.hub.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.hub.health.Standstill.Standing;
import io.rollouthub.hub.health.Vitals.Seen;
import io.rollouthub.output.NextTimer;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HubChecksTest {
    private static final Instant DUE = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aLedgerThatHasSomethingToDoAndDoesNotMoveOnForMoreThanAMinuteIsNotWell() {
        assertThat(ledger(60).ok()).isTrue();
        assertThat(ledger(61)).satisfies(check -> {
            assertThat(check.ok()).isFalse();
            assertThat(check.vital()).isTrue();
            assertThat(check.detail())
                    .isEqualTo("has not moved on in rollout.journal-3 for 61 s, with 7 records to go in all");
        });
    }

    private static Check ledger(int seconds) {
        return check(
                "ledger-progress",
                new Seen(
                        Map.of(Stage.LEDGER, Map.of(new TopicPartition(Topics.JOURNAL.name(), 3), 7L)),
                        Map.of(Stage.LEDGER, new Standing("rollout.journal-3", Duration.ofSeconds(seconds))),
                        Standstill.NONE,
                        Standstill.NONE,
                        Map.of()));
    }

    @Test
    void aClockMayBeAheadByItsLargestStep() {
        assertThat(check("time", lead(Duration.ofMinutes(60))).ok()).isTrue();
        assertThat(check("time", lead(Duration.ofMinutes(61))).detail())
                .startsWith("the clock of cluster east is 61 min ahead of this machine's, more than clock.max-step");

        ClockSettings strict = new ClockSettings(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(5));
        assertThat(check("time", lead(Duration.ofMinutes(5)), strict)).satisfies(check -> {
            assertThat(check.ok()).isTrue();
            assertThat(check.detail()).isEqualTo("no clock is ahead of this machine's by more than 5 min");
        });
        assertThat(check("time", lead(Duration.ofMinutes(5).plusMillis(1)), strict)
                        .ok())
                .isFalse();
    }

    private static Seen lead(Duration by) {
        return new Seen(Map.of(), Map.of(), Standstill.NONE, new Standing("of cluster east", by), Map.of());
    }

    @Test
    void whatIsDueIsToBeJudgedWithinAMinute() {
        assertThat(check("clusters", late(60)).ok()).isTrue();
        assertThat(check("clusters", late(61)).detail())
                .isEqualTo("what was due has not been judged for 61 s: its clusters' clocks lag behind the hub's");
    }

    private static Seen late(int seconds) {
        return new Seen(
                Map.of(),
                Map.of(),
                new Standing("what was due", Duration.ofSeconds(seconds)),
                Standstill.NONE,
                Map.of());
    }

    @Test
    void anAlertMayBeOnItsWayForFiveMinutes() {
        assertThat(check("alerts", undelivered(Duration.ofMinutes(5))).ok()).isTrue();
        assertThat(check("alerts", undelivered(Duration.ofMinutes(6)))).satisfies(check -> {
            assertThat(check.detail()).isEqualTo("connector pager has not delivered an alert for 6 min");
            assertThat(check.remedy()).contains("its group connect-pager on Kafka");
        });
    }

    private static Seen undelivered(Duration age) {
        return new Seen(
                Map.of(), Map.of(), Standstill.NONE, Standstill.NONE, Map.of("pager", age, "chat", Duration.ZERO));
    }

    @Test
    void whatIsDueLaterOrAtOnceOrNotAtAllIsNotOverdue() {
        ClusterClocks clocks = new ClusterClocks();
        clocks.take(timer(0, DUE));
        clocks.take(timer(1, DUE.plusSeconds(2)));
        clocks.take(timer(2, Instant.EPOCH));
        clocks.take(timer(3, null));

        assertThat(clocks.overdue(DUE.minusSeconds(1))).isEmpty();
        assertThat(clocks.overdue(DUE.plusSeconds(1))).isEqualTo(Map.of(0, DUE));
        clocks.take(timer(0, DUE.plusSeconds(3)));
        assertThat(clocks.overdue(DUE.plusSeconds(1))).isEmpty();
    }

    private static HubRecord timer(int partition, @Nullable Instant due) {
        return new HubRecord(Topics.TIMERS, partition, Integer.toString(partition), new NextTimer(partition, 1L, due));
    }

    private static Check check(String name, Seen seen) {
        return check(name, seen, ClockSettings.DEFAULT);
    }

    private static Check check(String name, Seen seen, ClockSettings settings) {
        return HubChecks.of(seen, settings).stream()
                .filter(one -> one.check().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
