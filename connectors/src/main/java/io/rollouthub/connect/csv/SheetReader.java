package io.rollouthub.connect.csv;

import io.rollouthub.connect.csv.SiteRow.Site;
import io.rollouthub.event.GoLiveEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one go-live sheet against what was reported before. As each report is written down together with what it leaves
 * known of its site, a sheet that is read again from its beginning reports only what is missing.
 */
final class SheetReader implements RowReader {
    private final SheetForm form;
    private final DroppedFile file;
    private final Map<Map<String, String>, Map<String, String>> known;
    private final Map<Site, Integer> lineOfSite = new HashMap<>();

    SheetReader(SheetForm form, DroppedFile file, List<Row> rows, FileProgress progress) {
        this.form = form;
        this.file = file;
        // All at once: Connect reads its topic to the end for each question.
        this.known = progress.of(partitions(form, rows));
    }

    @Override
    public List<Outgoing> read(Row row) throws BadRowException {
        SiteRow site = form.read(row);
        Integer first = lineOfSite.putIfAbsent(site.site(), row.line());
        if (first != null) {
            throw new BadRowException(
                    site.site() + " stands on line " + first + " already; a sheet has one row for each");
        }
        Map<String, String> partition = site.site().partition(supplier());
        SiteState state = SiteState.ofOffset(known.get(partition));
        Instant sheetAt = form.reporting().time().of(row, file);
        LocalDate today = LocalDate.ofInstant(sheetAt, form.reporting().time().zone());
        List<Outgoing> outgoing = new ArrayList<>();
        for (SiteChanges.Change change : SiteChanges.between(state, site, today)) {
            if (sheetAt.isBefore(state.sheetAt())) {
                throw new BadRowException("this is of " + sheetAt + ", but " + site.site() + " was reported on at "
                        + state.sheetAt() + "; sheets are dropped in the order in which they were made");
            }
            // Never two reports on a site at one instant: their order would be left to chance.
            Instant next = state.isNothing() ? sheetAt : state.reportedAt().plusMillis(1);
            Instant reportedAt = next.isAfter(sheetAt) ? next : sheetAt;
            GoLiveEvent event = site.event(supplier(), reportedAt, change.status(), change.date());
            form.reporting().checks().require(event);
            state = SiteChanges.after(state, change, site, sheetAt, reportedAt);
            outgoing.add(new Outgoing(event, partition, state.toOffset()));
        }
        return outgoing;
    }

    private String supplier() {
        return form.reporting().supplier();
    }

    private static Set<Map<String, String>> partitions(SheetForm form, List<Row> rows) {
        Set<Map<String, String>> partitions = new HashSet<>();
        for (Row row : rows) {
            try {
                partitions.add(form.sites().of(row).partition(form.reporting().supplier()));
            } catch (BadRowException e) {
                // Said when it is its turn.
            }
        }
        return partitions;
    }
}
