package io.rollouthub.connect.csv;

import io.rollouthub.connect.csv.CsvTable.Row;
import io.rollouthub.connect.csv.DropFolder.DroppedFile;
import io.rollouthub.connect.csv.SiteRow.Site;
import io.rollouthub.event.GoLiveEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A go-live sheet as programme offices keep it: a row for each site with its planned and its actual date, the whole of it
 * again each time. What has changed since the last one is reported. As each report is written down together with what it
 * leaves known of its site, a sheet that is read again from its beginning reports only what is missing.
 *
 * @param fields where each field stands, by its key in the mapping
 * @param cancelled the words of the status that say that a site was given up
 */
record SheetForm(Map<String, Cell> fields, Set<String> cancelled, Reporting reporting) implements RowForm {
    @Override
    public Stream<Cell> cells() {
        return Stream.concat(fields.values().stream(), Stream.ofNullable(reporting.at()));
    }

    @Override
    public Reader open(DroppedFile file, List<Row> rows, HubProgress progress) {
        // All at once: Connect reads its topic to the end for each question.
        Map<Map<String, String>, ? extends Map<String, ?>> known = progress.of(partitions(rows));
        return new SheetReader(file, known);
    }

    /** The reading of one sheet. */
    private final class SheetReader implements Reader {
        private final DroppedFile file;
        private final Map<Map<String, String>, ? extends Map<String, ?>> known;
        private final Map<Site, Integer> lineOfSite = new HashMap<>();
        private int history;

        SheetReader(DroppedFile file, Map<Map<String, String>, ? extends Map<String, ?>> known) {
            this.file = file;
            this.known = known;
        }

        @Override
        public List<Outgoing> read(Row row) throws BadRowException {
            SiteRow site = siteRow(row);
            Integer first = lineOfSite.putIfAbsent(site.site(), row.line());
            if (first != null) {
                throw new BadRowException(
                        site.site() + " stands on line " + first + " already; a sheet has one row for each");
            }
            SiteState state = SiteState.ofOffset(known.get(site.site().partition(reporting.supplier())));
            List<Outgoing> changed = changed(state, site, reporting.time(row, file));
            if (state.isNothing() && site.isLive()) {
                history++;
            }
            return changed;
        }

        @Override
        public int history() {
            return history;
        }
    }

    /**
     * What is to be sent of a row, the latest report first: reports are put in order by when they were made, but alerts
     * open as they arrive, and of a site that is live already none is to open because its plan came first. What is known
     * of the site is written down with the last one; should it not arrive, all of the row is sent again.
     */
    private List<Outgoing> changed(SiteState before, SiteRow site, Instant sheetAt) throws BadRowException {
        SiteState state = before;
        List<GoLiveEvent> events = new ArrayList<>();
        for (SiteState.Change change : before.changes(site, LocalDate.ofInstant(sheetAt, reporting.zone()))) {
            if (sheetAt.isBefore(state.sheetAt())) {
                throw new BadRowException("this is of " + sheetAt + ", but " + site.site() + " was reported on at "
                        + state.sheetAt() + "; sheets are dropped in the order in which they were made");
            }
            // Never two reports on a site at one instant: their order would be left to chance.
            Instant next = state.isNothing() ? sheetAt : state.reportedAt().plusMillis(1);
            Instant reportedAt = next.isAfter(sheetAt) ? next : sheetAt;
            GoLiveEvent event = site.event(reporting.supplier(), reportedAt, change.status(), change.date());
            reporting.require(event);
            state = state.after(change, site, sheetAt, reportedAt);
            events.add(0, event);
        }
        List<Outgoing> outgoing = new ArrayList<>();
        for (GoLiveEvent event : events) {
            SiteState known = outgoing.size() == events.size() - 1 ? state : before;
            outgoing.add(new Outgoing(event, site.site().partition(reporting.supplier()), known.toOffset()));
        }
        return outgoing;
    }

    private Set<Map<String, String>> partitions(List<Row> rows) {
        Set<Map<String, String>> partitions = new HashSet<>();
        for (Row row : rows) {
            try {
                partitions.add(site(row).partition(reporting.supplier()));
            } catch (BadRowException e) {
                // Said when it is its turn.
            }
        }
        return partitions;
    }

    private SiteRow siteRow(Row row) throws BadRowException {
        String status = text("status", row);
        return new SiteRow(
                site(row),
                text("site-name", row),
                text("source", row),
                date("planned", row),
                date("actual", row),
                status != null && cancelled.contains(status));
    }

    private Site site(Row row) throws BadRowException {
        return new Site(
                required("cluster", row), required("site", row), required("product", row), required("release", row));
    }

    private String required(String key, Row row) throws BadRowException {
        return Objects.requireNonNull(fields.get(key), key).required(row);
    }

    private @Nullable String text(String key, Row row) throws BadRowException {
        Cell cell = fields.get(key);
        return cell == null ? null : cell.text(row);
    }

    private @Nullable LocalDate date(String key, Row row) throws BadRowException {
        String text = text(key, row);
        return text == null ? null : reporting.date(key, text);
    }
}
