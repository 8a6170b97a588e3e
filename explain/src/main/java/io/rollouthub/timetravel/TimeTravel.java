package io.rollouthub.timetravel;

import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.ReadModel;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was known at an instant: of each partition of the journal everything before the first tick later than it, less the
 * reports that were accepted later, then a tick at it (semantics 10), through the same rules as ever. For one thread.
 */
public final class TimeTravel {
    private final Instant to;
    private final ReadModel model = new ReadModel();
    private final Map<Integer, Lane> lanes = new TreeMap<>();

    public TimeTravel(Instant to) {
        this.to = to;
    }

    /** The results of a hub as they were known at an instant, worked out anew from its journal. */
    public static ReadModel of(HubReader hub, Instant to) {
        TimeTravel travel = new TimeTravel(to);
        hub.journal(travel::accept);
        ReadModel model = travel.arrive();
        hub.rejected(one -> {
            if (!one.why().refusal().reason().isByLedger()
                    && !one.why().acceptedAt().isAfter(to)) {
                model.reject(one);
            }
        });
        return model;
    }

    /** Takes in the next entry of a partition; ignored once that partition's time is up. */
    public void accept(int partition, JournalEntry entry) {
        lanes.computeIfAbsent(partition, number -> new Lane()).accept(entry);
    }

    /** The results at the instant; call it once, behind the last entry. What the gate refused is not among them. */
    public ReadModel arrive() {
        lanes.values().forEach(Lane::arrive);
        return model;
    }

    private final class Lane {
        private final Rerun ledger = new Rerun(Tables.inMemory(), model);
        private boolean begun;
        private boolean over;

        void accept(JournalEntry entry) {
            Entry what = Entry.of(entry);
            over |= what.isTick() && what.acceptedAt().isAfter(to);
            boolean known = what.report() == null || !what.acceptedAt().isAfter(to);
            if (!over && known) {
                begun |= what.programme() != null;
                ledger.apply(entry);
            }
        }

        /** Without a programme there is nothing that time could change. */
        void arrive() {
            if (begun) {
                JournalEntry end = new JournalEntry(to, null, new Tick());
                ledger.apply(end);
                ledger.apply(end); // once more: every figure afresh
                ledger.round();
            }
        }
    }
}
