package io.rollouthub.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.console.live.PendingNotices.Change;
import io.rollouthub.console.live.PendingNotices.Taken;
import io.rollouthub.topic.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingNoticesTest {
    private static final String TOPIC = Topics.MILESTONES.name();

    private final PendingNotices pending = new PendingNotices();

    @Test
    void aThingThatChangedManyTimesIsToldOfOnce() throws InterruptedException {
        pending.changed(TOPIC, "south/a", "south");
        pending.changed(TOPIC, "south/a", "south");
        pending.changed(TOPIC, "london/a", "london");

        assertThat(pending.take(1).changes())
                .containsExactly(new Change(TOPIC, "south/a", "south"), new Change(TOPIC, "london/a", "london"));
        assertThat(pending.take(1)).isEqualTo(new Taken(List.of(), false, false));
    }

    @Test
    void manyThingsOfATopicAndClusterAreToldOfAsOne() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            pending.changed(TOPIC, "south/" + i, "south");
        }
        for (int i = 0; i < 20; i++) {
            pending.changed(TOPIC, "london/" + i, "london");
        }

        assertThat(pending.take(1).changes()).hasSize(21).contains(new Change(TOPIC, null, "south"));
    }

    @Test
    void ticksAndTheConnectionAreToldOfOnce() throws InterruptedException {
        pending.ticked();
        pending.ticked();
        pending.connectionChanged();

        assertThat(pending.take(1)).isEqualTo(new Taken(List.of(), true, true));
    }
}
