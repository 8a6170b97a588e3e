package io.rollouthub.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.ledger.Timers.Due;
import io.rollouthub.domain.ledger.Timers.Kind;
import io.rollouthub.domain.ledger.Timers.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is due by when, first things first. */
class TimersTest {
    private static final Instant NOON = Instant.parse("2020-01-01T12:00:00Z");
    private static final Instant LATER = NOON.plusMillis(1);

    private final Timers timers = new Timers();

    @Test
    void theFirstIsFoundIfItIsDueByThen() {
        assertThat(timers.next("c", NOON)).isNull();
        timers.set("c", new Timer(LATER, Kind.REVIEW, "c"));
        assertThat(timers.next("c", NOON)).isNull();
        assertThat(timers.next("c", LATER)).isEqualTo(new Due(LATER, "c"));
        timers.set("c", new Timer(NOON, Kind.SILENT, "acme"));
        assertThat(timers.next("c", LATER)).isEqualTo(new Due(NOON, "c"));
    }

    @Test
    void thoseOfOneInstantAreTakenByKindAndSubjectAndThoseOfOthersStay() {
        timers.set("c", new Timer(LATER, Kind.DUE, "later"));
        timers.set("c", new Timer(NOON, Kind.SILENT, "acme"));
        timers.set("c", new Timer(NOON, Kind.DUE, "go-live/s/p/r"));
        timers.set("c", new Timer(NOON, Kind.REVIEW, "c"));
        timers.set("c", new Timer(NOON, Kind.DUE, "a"));
        assertThat(timers.take(new Due(NOON, "c")))
                .containsExactly(
                        new Timer(NOON, Kind.DUE, "a"),
                        new Timer(NOON, Kind.DUE, "go-live/s/p/r"),
                        new Timer(NOON, Kind.REVIEW, "c"),
                        new Timer(NOON, Kind.SILENT, "acme"));
        assertThat(timers.take(new Due(NOON, "c"))).isEmpty();
        assertThat(timers.next("c", LATER)).isEqualTo(new Due(LATER, "c"));
    }

    @Test
    void oneThatWasClearedIsNotDue() {
        timers.set("c", new Timer(NOON, Kind.DUE, "m"));
        timers.set("c", new Timer(NOON, Kind.DUE, "n"));
        timers.clear("c", new Timer(NOON, Kind.DUE, "m"));
        assertThat(timers.take(new Due(NOON, "c"))).containsExactly(new Timer(NOON, Kind.DUE, "n"));
    }

    @Test
    void clustersWhoseNamesBeginAlikeDoNotMeet() {
        timers.set("c", new Timer(LATER, Kind.DUE, "m"));
        timers.set("c-1", new Timer(NOON, Kind.DUE, "m"));
        timers.set("c1", new Timer(NOON, Kind.DUE, "m"));
        assertThat(timers.next("c", LATER)).isEqualTo(new Due(LATER, "c"));
        assertThat(timers.take(new Due(NOON, "c"))).isEmpty();
    }

    @Test
    void ofAllClustersTheFirstThatIsDueIsNextAndOfOneInstantTheFirstByName() {
        assertThat(timers.next(LATER)).isNull();
        timers.set("b", new Timer(LATER, Kind.DUE, "m"));
        timers.set("c", new Timer(NOON, Kind.DUE, "m"));
        timers.set("a", new Timer(LATER, Kind.DUE, "m"));
        timers.set("a", new Timer(NOON.minusMillis(1), Kind.SILENT, "acme"));
        timers.clear("a", new Timer(NOON.minusMillis(1), Kind.SILENT, "acme"));
        List<Due> inOrder = new ArrayList<>();
        for (Due due = timers.next(LATER); due != null; due = timers.next(LATER)) {
            inOrder.add(due);
            assertThat(timers.take(due)).hasSize(1);
        }
        assertThat(inOrder).containsExactly(new Due(NOON, "c"), new Due(LATER, "a"), new Due(LATER, "b"));
        assertThat(timers.next(Instant.MAX)).isNull();
    }
}
