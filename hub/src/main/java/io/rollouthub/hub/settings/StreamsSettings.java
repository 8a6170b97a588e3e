package io.rollouthub.hub.settings;

import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.topology.Arrival;

/** What the streams applications of a hub are to know, whose Kafka and registry are reached. */
public final class StreamsSettings {
    private StreamsSettings() {}

    /** On live topics. */
    public static HubSettings live(Connection hub, Settings settings) {
        return new HubSettings(
                hub.bootstrapServers(),
                hub.stateDir(),
                Arrival.BROKER_TIME,
                settings.clock(),
                settings.layout(),
                settings.streamThreads(),
                settings.kafka());
    }

    /** On live topics laid out so, on one thread. */
    public static HubSettings live(Connection hub, Layout layout) {
        return onOneThread(hub, layout, Arrival.BROKER_TIME);
    }

    /** In a replay, in which each report says itself when it was accepted. */
    public static HubSettings replayed(Connection hub, Layout layout) {
        return onOneThread(hub, layout, Arrival.REPLAY_HEADER);
    }

    private static HubSettings onOneThread(Connection hub, Layout layout, Arrival arrival) {
        return new HubSettings(
                hub.bootstrapServers(), hub.stateDir(), arrival, ClockSettings.DEFAULT, layout, 1, hub.kafka());
    }
}
