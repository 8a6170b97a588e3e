package io.rollouthub.console.answer;

import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.LiveHub;
import io.rollouthub.console.live.Sighting;
import io.rollouthub.console.live.Sighting.StageSeen;
import io.rollouthub.console.live.Sighting.TopicSize;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;

/** How the hub and this console are. */
public record SystemAnswer(
        String version,
        HealthRow health,
        ClockAnswer clock,
        ConsoleRow console,
        KafkaRow kafka,
        RegistryRow registry,
        List<StageSeen> stages,
        List<TopicSize> topics,
        VersionsRow versions) {

    public enum Health {
        UP,
        /** Something needs looking after. */
        DEGRADED,
        /** Kafka does not answer. */
        DOWN
    }

    public record HealthRow(Health state, List<String> problems) {}

    public record ConsoleRow(
            Instant startedAt,
            LiveHub.State state,
            LiveHub.State journal,
            long records,
            @Nullable Instant lastRecordAt,
            int streams,
            @Nullable Integer milestones,
            long ticks) {}

    public record KafkaRow(
            String bootstrapServers,
            boolean connected,
            @Nullable String problem,
            @Nullable Integer brokers) {}

    public record RegistryRow(String url) {}

    public record VersionsRow(String rollout, String kafka, String avro, String java) {}

    static SystemAnswer of(LiveHub hub, Instant startedAt, int streams) {
        Board board = hub.board();
        Sighting sighting = hub.sighting();
        ClockAnswer clock = ClockAnswer.of(hub);
        List<String> problems = problems(hub, clock);
        Health health = sighting.problem() != null ? Health.DOWN : problems.isEmpty() ? Health.UP : Health.DEGRADED;
        String avro = Schema.class.getPackage().getImplementationVersion();
        return new SystemAnswer(
                ownVersion(),
                new HealthRow(health, problems),
                clock,
                new ConsoleRow(
                        startedAt,
                        hub.state(),
                        hub.journalState(),
                        hub.records(),
                        hub.lastRecordAt(),
                        streams,
                        board == null
                                ? null
                                : board.look(now -> now.results().milestones().size()),
                        hub.ticks()),
                new KafkaRow(
                        hub.connection().bootstrapServers(),
                        sighting.problem() == null && sighting.brokers() != null,
                        sighting.problem() == null ? null : sighting.problem().what(),
                        sighting.brokers()),
                new RegistryRow(hub.connection().registry().address()),
                sighting.stages(),
                sighting.topics(),
                new VersionsRow(
                        ownVersion(),
                        AppInfoParser.getVersion(),
                        avro == null ? "unknown" : avro,
                        Runtime.version().toString()));
    }

    private static List<String> problems(LiveHub hub, ClockAnswer clock) {
        List<String> problems = new ArrayList<>();
        String lost = hub.problem();
        if (lost != null) {
            problems.add(lost + ".");
        }
        if (clock.state() == ClockAnswer.State.STANDS_STILL) {
            problems.add(clock.words());
        }
        if (hub.outlook().simulated()) {
            return problems; // a demo that has ended keeps what it has shown
        }
        for (StageSeen stage : hub.sighting().stages()) {
            if (stage.members() != null && stage.members() == 0) {
                problems.add("Nobody runs the " + stage.stage() + ": " + stage.lag() + " records wait.");
            }
        }
        return problems;
    }

    private static String ownVersion() {
        String own = SystemAnswer.class.getPackage().getImplementationVersion();
        return own == null ? "(not packaged)" : own;
    }
}
