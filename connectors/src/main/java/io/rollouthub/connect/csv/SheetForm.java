package io.rollouthub.connect.csv;

import io.rollouthub.connect.csv.SiteRow.Site;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A go-live sheet as programme offices keep it: a row for each site with its planned and its actual date, the whole of it
 * again each time. What has changed since the last one is reported.
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
    record Dates(Cell planned, Cell actual, DateForms forms) {}

    /** Where it says that a site was given up, and by which words. */
    record Status(Cell cell, Set<String> cancelled) {}

    @Override
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        Stream.of(
                        sites.cluster,
                        sites.site,
                        sites.product,
                        sites.release,
                        sites.siteName,
                        sites.source,
                        dates.planned,
                        dates.actual,
                        status == null ? null : status.cell,
                        reporting.time().cell())
                .filter(Objects::nonNull)
                .map(Cell::column)
                .filter(Objects::nonNull)
                .forEach(columns::add);
        return columns;
    }

    @Override
    public RowReader open(DroppedFile file, List<Row> rows, FileProgress progress) {
        return new SheetReader(this, file, rows, progress);
    }

    SiteRow read(Row row) throws BadRowException {
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
        try {
            return text == null ? null : dates.forms.parse(text);
        } catch (BadRowException e) {
            throw new BadRowException(name + ": " + e.getMessage());
        }
    }
}
