package io.rollouthub.hub.replay;

import io.rollouthub.check.Reason;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.FlowListener;
import java.nio.file.Path;
import java.util.Map;

/**
 * An instance with two faults: it fails at a record with a date that is out of range, and its whole process ends at one of
 * something that is yet to happen. {@code <bootstrap> <registry> <state>}.
 */
public final class GateChild {
    private GateChild() {}

    public static void main(String[] args) throws InterruptedException {
        SchemaRegistry registry = SchemaRegistry.at(args[1], Map.of());
        HubSettings settings = new HubSettings(
                args[0],
                Path.of(args[2]),
                Arrival.BROKER_TIME,
                ClockSettings.DEFAULT,
                new Layout(2, 1, (short) 1),
                HubSettings.Ledger.DEFAULT,
                Map.of());
        try (HubStreams streams = HubStreams.start(settings, registry, new Faults())) {
            while (true) {
                streams.check();
                Thread.sleep(100); // until it ends
            }
        }
    }

    private static final class Faults implements FlowListener {
        @Override
        public void refused(String supplier, Reason reason) {
            if (reason == Reason.HAPPENED_IN_FUTURE) {
                Runtime.getRuntime().halt(9);
            }
            if (reason == Reason.DATE_OUT_OF_RANGE) {
                throw new IllegalStateException("a fault of the test's");
            }
        }
    }
}
