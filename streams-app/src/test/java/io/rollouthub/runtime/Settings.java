package io.rollouthub.runtime;

import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.topology.Arrival;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Settings and a programme for tests that reach no Kafka. */
final class Settings {
    static final Programme PROGRAMME = new Programme(
            "npfit",
            "NHS National Programme for IT",
            "Europe/London",
            List.of(new Cluster("london", "London"), new Cluster("south", "Southern")),
            List.of(new Supplier("bt", "BT", List.of("london")), new Supplier("fujitsu", "Fujitsu", List.of("south"))),
            new Thresholds(0.2, 30, 3, 35));

    static final Layout LAYOUT = new Layout(6, 2, (short) 3);

    private Settings() {}

    static HubSettings with(Arrival arrival, Map<String, String> kafka) {
        return new HubSettings("localhost:9092", Path.of("state"), arrival, ClockSettings.DEFAULT, LAYOUT, 2, kafka);
    }
}
