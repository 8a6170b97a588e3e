package io.rollouthub.runtime;

import io.rollouthub.reader.ClockSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.KeptIn;
import java.nio.file.Path;
import java.util.Map;

/** Settings for tests that reach no Kafka. */
final class Settings {
    static final Layout LAYOUT = new Layout(6, 2, (short) 3);

    private Settings() {}

    static HubSettings with(Arrival arrival, Map<String, String> kafka) {
        return new HubSettings(
                "localhost:9092",
                Path.of("state"),
                arrival,
                ClockSettings.DEFAULT,
                LAYOUT,
                new HubSettings.Ledger(2, KeptIn.MEMORY).withStandbys(1),
                kafka);
    }
}
