package io.rollouthub.testkit;

import static io.rollouthub.testkit.Guarantee.EXACTLY_ONCE;
import static io.rollouthub.testkit.Guarantee.NO_DOUBLE_ALERT;
import static io.rollouthub.testkit.Guarantee.NO_LOST_ALERT;
import static io.rollouthub.testkit.Guarantee.ORDER_PER_CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each guarantee is broken by what it is there to find, and by nothing else. */
class GuaranteeTest {
    private static final List<AlertTransition> EXPECTED =
            List.of(opened("south", 1), opened("north", 1), ended("south", 1), opened("south", 2));
    private static final List<JournalEntry> JOURNAL =
            List.of(report("e-1", 0), tick(1), report("e-2", 1), tick(2), report("e-3", 5));
    private static final Run GOOD = run(JOURNAL, EXPECTED);

    private static Run run(List<JournalEntry> journal, List<AlertTransition> told) {
        return new Run(List.of("e-1", "e-2", "e-3", "bad"), Map.of(0, journal), List.of("bad"), told, EXPECTED);
    }

    private static JournalEntry report(String eventId, long offset) {
        Origin origin = new Origin("rollout.in.acme", 0, offset);
        return new JournalEntry(
                Instant.EPOCH,
                origin,
                Events.goLive(eventId, GoLiveStatus.POSTPONED, null).build());
    }

    private static JournalEntry tick(int second) {
        return new JournalEntry(Instant.ofEpochSecond(second), null, new Tick());
    }

    private static AlertTransition opened(String cluster, int episode) {
        return transition(cluster, episode, AlertState.OPEN);
    }

    private static AlertTransition ended(String cluster, int episode) {
        return transition(cluster, episode, AlertState.RESOLVED);
    }

    private static AlertTransition transition(String cluster, int episode, AlertState state) {
        return AlertTransition.newBuilder()
                .setAlertId(cluster + "/MILESTONE_MISSED/m")
                .setCluster(cluster)
                .setKind(AlertKind.MILESTONE_MISSED)
                .setSubject("m")
                .setEpisode(episode)
                .setState(state)
                .setStartsAt(Instant.ofEpochSecond(episode))
                .setSeverity(Severity.CRITICAL)
                .setTitle("M")
                .setSummary("m")
                .setCauses(List.of())
                .setAt(Instant.ofEpochSecond(episode))
                .build();
    }

    private static <T> List<T> without(List<T> list, int index) {
        return Stream.concat(list.subList(0, index).stream(), list.subList(index + 1, list.size()).stream())
                .toList();
    }

    private static <T> List<T> and(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    private static void assertBroken(Run run, Guarantee... broken) {
        assertThat(Stream.of(Guarantee.values()).filter(guarantee -> isBroken(guarantee, run)))
                .containsExactly(broken);
    }

    private static boolean isBroken(Guarantee guarantee, Run run) {
        try {
            guarantee.check(run);
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }

    @Test
    void aRunThatWasLeftAloneKeepsThemAll() {
        Guarantee.checkAll(GOOD);
    }

    @Test
    void aReportThatIsLostOrJudgedTwiceIsNotJudgedExactlyOnce() {
        assertBroken(run(without(JOURNAL, 2), EXPECTED), EXACTLY_ONCE);
        assertBroken(run(and(JOURNAL, report("e-3", 5)), EXPECTED), EXACTLY_ONCE);
    }

    @Test
    void anAlertThatIsNotToldIsLost() {
        assertBroken(run(JOURNAL, without(EXPECTED, 3)), NO_LOST_ALERT, ORDER_PER_CLUSTER);
        assertBroken(run(JOURNAL, without(EXPECTED, 2)), NO_LOST_ALERT, NO_DOUBLE_ALERT, ORDER_PER_CLUSTER);
    }

    @Test
    void anAlertThatIsToldAgainIsDoubled() {
        assertBroken(run(JOURNAL, and(EXPECTED, opened("south", 2))), NO_DOUBLE_ALERT, ORDER_PER_CLUSTER);
        assertBroken(run(JOURNAL, and(EXPECTED, opened("west", 1))), NO_DOUBLE_ALERT, ORDER_PER_CLUSTER);
    }

    @Test
    void clustersMayPassEachOtherButNothingElseMay() {
        assertBroken(run(JOURNAL, List.of(EXPECTED.get(1), EXPECTED.get(0), EXPECTED.get(2), EXPECTED.get(3))));
        assertBroken(
                run(JOURNAL, List.of(EXPECTED.get(0), EXPECTED.get(1), EXPECTED.get(3), EXPECTED.get(2))),
                NO_DOUBLE_ALERT,
                ORDER_PER_CLUSTER);
        assertBroken(run(and(JOURNAL, tick(2)), EXPECTED), ORDER_PER_CLUSTER);
        assertBroken(run(List.of(JOURNAL.get(2), JOURNAL.get(0), JOURNAL.get(4)), EXPECTED), ORDER_PER_CLUSTER);
    }
}
