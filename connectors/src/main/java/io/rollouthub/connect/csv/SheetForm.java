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
 */
record SheetForm(Sites sites, Dates dates, @Nullable Status status, Reporting reporting) implements RowForm {

    /** Which site a row is about. */
    record Sites(
            Cell cluster,
            Cell site,
            Cell product,
            Cell release,
            @Nullable Cell siteName,
            @Nullable Cell source) {
        Site of(Row row) throws BadRowException {
            return new Site(cluster.required(row), site.required(row), product.required(row), release.required(row));
        }
    }

    /** Where its dates stand. */
    record Dates(Cell planned, Cell actual) {}

    /** Where it says that a site was given up, and by which words. */
    record Status(Cell cell, Set<String> cancelled) {}

    @Override
    public Stream<Cell> cells() {
        return Stream.of(
                        sites.cluster,
                        sites.site,
                        sites.product,
                        sites.release,
                        sites.siteName,
                        sites.source,
                        dates.planned,
                        dates.actual,
                        status == null ? null : status.cell,
                        reporting.at())
                .filter(Objects::nonNull);
    }

    @Override
    public Reader open(DroppedFile file, List<Row> rows, Progress progress) {
        // All at once: Connect reads its topic to the end for each question.
        Map<Map<String, String>, ? extends Map<String, ?>> known = progress.of(partitions(rows));
        Map<Site, Integer> lineOfSite = new HashMap<>();
        return row -> {
            SiteRow site = read(row);
            Integer first = lineOfSite.putIfAbsent(site.site(), row.line());
            if (first != null) {
                throw new BadRowException(
                        site.site() + " stands on line " + first + " already; a sheet has one row for each");
            }
            SiteState state = SiteState.ofOffset(known.get(site.site().partition(reporting.supplier())));
            return changed(state, site, reporting.time(row, file));
        };
    }

    private List<Outgoing> changed(SiteState before, SiteRow site, Instant sheetAt) throws BadRowException {
        SiteState state = before;
        List<Outgoing> outgoing = new ArrayList<>();
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
            outgoing.add(new Outgoing(event, site.site().partition(reporting.supplier()), state.toOffset()));
        }
        return outgoing;
    }

    private Set<Map<String, String>> partitions(List<Row> rows) {
        Set<Map<String, String>> partitions = new HashSet<>();
        for (Row row : rows) {
            try {
                partitions.add(sites.of(row).partition(reporting.supplier()));
            } catch (BadRowException e) {
                // Said when it is its turn.
            }
        }
        return partitions;
    }

    private SiteRow read(Row row) throws BadRowException {
        String state = status == null ? null : status.cell.text(row);
        return new SiteRow(
                sites.of(row),
                sites.siteName == null ? null : sites.siteName.text(row),
                sites.source == null ? null : sites.source.text(row),
                date("planned", dates.planned, row),
                date("actual", dates.actual, row),
                status != null && state != null && status.cancelled.contains(state));
    }

    private @Nullable LocalDate date(String name, Cell cell, Row row) throws BadRowException {
        String text = cell.text(row);
        return text == null ? null : reporting.date(name, text);
    }
}
