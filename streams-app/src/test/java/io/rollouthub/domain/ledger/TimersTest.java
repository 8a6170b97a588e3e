package io.rollouthub.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.ledger.Timers.Kind;
import io.rollouthub.domain.ledger.Timers.Timer;
import io.rollouthub.domain.store.MemoryTable;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is due by when, first things first. */
class TimersTest {
    private static final Instant NOON = Instant.parse("2020-01-01T12:00:00Z");
    private static final Instant LATER = NOON.plusMillis(1);

    private final Timers timers = new Timers(new MemoryTable<>());

    @Test
    void theFirstIsFoundIfItIsDueByThen() {
        assertThat(timers.firstDue("c", NOON)).isNull();
        timers.set("c", new Timer(LATER, Kind.REVIEW, "c"));
        assertThat(timers.firstDue("c", NOON)).isNull();
        assertThat(timers.firstDue("c", LATER)).isEqualTo(LATER);
        timers.set("c", new Timer(NOON, Kind.SILENT, "acme"));
        assertThat(timers.firstDue("c", LATER)).isEqualTo(NOON);
    }

    @Test
    void thoseOfOneInstantAreTakenByKindAndSubjectAndThoseOfOthersStay() {
        timers.set("c", new Timer(LATER, Kind.DUE, "later"));
        timers.set("c", new Timer(NOON, Kind.SILENT, "acme"));
        timers.set("c", new Timer(NOON, Kind.DUE, "go-live/s/p/r"));
        timers.set("c", new Timer(NOON, Kind.REVIEW, "c"));
        timers.set("c", new Timer(NOON, Kind.DUE, "a"));
        assertThat(timers.takeDue("c", NOON))
                .containsExactly(
                        new Timer(NOON, Kind.DUE, "a"),
                        new Timer(NOON, Kind.DUE, "go-live/s/p/r"),
                        new Timer(NOON, Kind.REVIEW, "c"),
                        new Timer(NOON, Kind.SILENT, "acme"));
        assertThat(timers.takeDue("c", NOON)).isEmpty();
        assertThat(timers.firstDue("c", LATER)).isEqualTo(LATER);
    }

    @Test
    void oneThatWasClearedIsNotDue() {
        timers.set("c", new Timer(NOON, Kind.DUE, "m"));
        timers.set("c", new Timer(NOON, Kind.DUE, "n"));
        timers.clear("c", new Timer(NOON, Kind.DUE, "m"));
        assertThat(timers.takeDue("c", NOON)).containsExactly(new Timer(NOON, Kind.DUE, "n"));
    }

    @Test
    void clustersWhoseNamesBeginAlikeDoNotMeet() {
        timers.set("c", new Timer(LATER, Kind.DUE, "m"));
        timers.set("c-1", new Timer(NOON, Kind.DUE, "m"));
        timers.set("c1", new Timer(NOON, Kind.DUE, "m"));
        assertThat(timers.firstDue("c", LATER)).isEqualTo(LATER);
        assertThat(timers.takeDue("c", NOON)).isEmpty();
    }
}
