package io.rollouthub.hub.replay;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.KeptIn;
import java.nio.file.Path;
import java.util.Map;

/** A ledger in a process of its own, to be killed: {@code <bootstrap> <registry> <state> <application id> <partitions>}. */
public final class LedgerChild {
    /** So that it is killed between two slices, and within what they cut, as well. */
    static final HubSettings.Ledger LEDGER = new HubSettings.Ledger(1, KeptIn.MEMORY, () -> Budget.of(20));

    private LedgerChild() {}

    public static void main(String[] args) throws InterruptedException {
        SchemaRegistry registry = SchemaRegistry.at(args[1], Map.of());
        HubSettings settings = new HubSettings(
                args[0],
                Path.of(args[2]),
                Arrival.REPLAY_HEADER,
                ClockSettings.DEFAULT,
                new Layout(Integer.parseInt(args[4]), 1, (short) 1),
                LEDGER,
                Map.of("application.id", args[3]));
        try (HubStreams ledger = HubStreams.startLedger(settings, registry)) {
            while (true) {
                ledger.check();
                Thread.sleep(100); // until it is killed
            }
        }
    }
}
