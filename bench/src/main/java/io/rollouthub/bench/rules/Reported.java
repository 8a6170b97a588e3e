package io.rollouthub.bench.rules;

import io.rollouthub.bench.mix.Mix;
import io.rollouthub.bench.mix.MixProgramme;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.entry.Entry;
import io.rollouthub.entry.Entry.ProgrammeEntry;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.entry.Entry.TickEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.programme.Programme;
import io.rollouthub.topic.SupplierTopics;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The mix as it would be accepted, for benches that need no Kafka. */
record Reported(Programme programme, List<Sent> sent, Instant acceptedAt) {

    static Reported of(int reports) {
        Instant now = Instant.now();
        ZoneId zone = MixProgramme.zone(now);
        return new Reported(
                MixProgramme.of(zone, MixProgramme.CLUSTERS),
                new Mix(reports, Mix.SEED, now.atZone(zone).toLocalDate()).sent(),
                now);
    }

    /** Programme, tick and reports as the journal has them. */
    List<Entry> journal() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new ProgrammeEntry(programme, acceptedAt));
        entries.add(new TickEntry(acceptedAt));
        for (Sent one : sent) {
            Origin origin = new Origin(SupplierTopics.in(one.supplier()), 0, (long) entries.size());
            entries.add(new ReportEntry(one.report(), acceptedAt, origin));
        }
        return entries;
    }
}
