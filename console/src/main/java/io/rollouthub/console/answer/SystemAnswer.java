package io.rollouthub.console.answer;

import io.rollouthub.console.live.LiveHub;
import io.rollouthub.console.live.Sighting;
import io.rollouthub.console.live.Sighting.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;

/** How the hub and this console are. */
final class SystemAnswer {
    private SystemAnswer() {}

    /** Whether something needs looking after. */
    private enum Health {
        UP,
        DEGRADED,
        DOWN
    }

    static Map<String, Object> of(LiveHub hub, @Nullable Integer milestones, ConsoleFigures console) {
        Sighting sighting = hub.sighting();
        ClockAnswer clock = ClockAnswer.of(hub);
        List<String> problems = problems(hub, clock);
        Health health = sighting.problem() != null ? Health.DOWN : problems.isEmpty() ? Health.UP : Health.DEGRADED;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", version());
        answer.put("health", object("state", health, "problems", problems));
        answer.put("clock", clock);
        answer.put("console", console(hub, milestones, console));
        answer.put(
                "kafka",
                object(
                        "bootstrapServers",
                        hub.connection().bootstrapServers(),
                        "connected",
                        sighting.problem() == null && sighting.brokers() != null,
                        "problem",
                        sighting.problem() == null ? null : sighting.problem().what(),
                        "brokers",
                        sighting.brokers()));
        answer.put("registry", object("url", hub.connection().registry().address()));
        answer.put("stages", sighting.stages());
        answer.put("topics", sighting.topics());
        answer.put("versions", versions());
        return answer;
    }

    private static Map<String, Object> console(LiveHub hub, @Nullable Integer milestones, ConsoleFigures console) {
        return object(
                "startedAt",
                console.startedAt(),
                "state",
                hub.state(),
                "journal",
                hub.journalState(),
                "records",
                hub.records(),
                "lastRecordAt",
                hub.lastRecordAt(),
                "streams",
                console.streams(),
                "milestones",
                milestones,
                "ticks",
                hub.ticks());
    }

    private static List<String> problems(LiveHub hub, ClockAnswer clock) {
        List<String> problems = new ArrayList<>();
        String lost = hub.problem();
        if (lost != null) {
            problems.add(lost + ".");
        }
        boolean standing = clock.state() == ClockAnswer.State.STANDS_STILL;
        if (standing) {
            problems.add(clock.words());
        }
        if (hub.outlook().simulated()) {
            return problems; // a demo that has ended keeps what it has shown
        }
        for (Stage stage : hub.sighting().stages()) {
            if (stage.members() != null && stage.members() == 0) {
                problems.add("Nobody runs the " + stage.stage() + ": " + stage.lag() + " records wait.");
            }
        }
        return problems;
    }

    private static Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("rollout", version());
        versions.put("kafka", AppInfoParser.getVersion());
        String avro = Schema.class.getPackage().getImplementationVersion();
        versions.put("avro", avro == null ? "unknown" : avro);
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    private static String version() {
        String own = SystemAnswer.class.getPackage().getImplementationVersion();
        return own == null ? "(not packaged)" : own;
    }

    private static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }
}
