package io.rollouthub.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.journal.Tick;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private static final int EVENTS = 5_000;

    @Test
    void anEventIsOneLineWithItsFieldsInTheirOrder() {
        MilestoneEvent event = MilestoneEvent.newBuilder()
                .setEventId("m-1")
                .setReportedAt(Instant.parse("2006-06-30T09:00:00.250Z"))
                .setSupplier("fujitsu")
                .setCluster("south")
                .setMilestone("dozen")
                .setTitle("Twelve \"installations\"\nby October")
                .setStatus(MilestoneStatus.COMMITTED)
                .setDate(LocalDate.of(2006, 10, 31))
                .setTarget(new GoLiveCount(12, null, "millennium", null))
                .build();

        assertThat(EventLines.write(event))
                .isEqualTo("{\"type\":\"MilestoneEvent\",\"eventId\":\"m-1\","
                        + "\"reportedAt\":\"2006-06-30T09:00:00.250Z\",\"supplier\":\"fujitsu\","
                        + "\"cluster\":\"south\",\"milestone\":\"dozen\","
                        + "\"title\":\"Twelve \\\"installations\\\"\\nby October\",\"status\":\"COMMITTED\","
                        + "\"date\":\"2006-10-31\",\"target\":{\"type\":\"GoLiveCount\",\"count\":12,\"since\":null,"
                        + "\"product\":\"millennium\",\"release\":null},\"source\":null,\"replaces\":null}");
    }

    @Test
    void whatIsWrittenIsReadBackExactly() {
        long seed = Seed.get();
        Events events = new Events(seed);
        List<LineEvent> written = new ArrayList<>();
        for (long line = 1; line <= EVENTS; line++) {
            written.add(new LineEvent(line, events.next()));
        }
        String file = written.stream().map(e -> EventLines.write(e.event())).collect(Collectors.joining("\n"));

        List<LineError> bad = new ArrayList<>();
        try (Stream<LineEvent> read = EventLines.read(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "written.jsonl", bad::add)) {
            assertThat(read).as("-Drollout.seed=%d", seed).containsExactlyElementsOf(written);
        }
        assertThat(bad).isEmpty();
    }

    @Test
    void anotherRecordIsNotWritten() {
        assertThatThrownBy(() -> EventLines.write(new Tick()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("io.rollouthub.journal.Tick is not an event");
    }
}
