package io.rollouthub.hub.terminal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollouthub.domain.forecast.LeadRecord;
import io.rollouthub.hub.terminal.Calibration.Tenth;
import io.rollouthub.hub.terminal.Look.Tone;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.report.ClusterKeys;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hub's own record beside the suppliers': what it forecast and what came true, and how promises were kept.
 *
 * @param forecasts by their keys
 * @param suppliers by their keys
 */
public record HubRecordText(SortedMap<String, Forecast> forecasts, SortedMap<String, SupplierRecord> suppliers) {
    private static final String NEWLINE = System.lineSeparator();

    /** @param cluster of which alone it tells; null: all together */
    public static HubRecordText of(ReadModel model, @Nullable String cluster) {
        return new HubRecordText(only(model.forecasts(), cluster), only(model.supplierRecords(), cluster));
    }

    private static <V> SortedMap<String, V> only(SortedMap<String, V> values, @Nullable String cluster) {
        return cluster == null ? values : ClusterKeys.of(values, cluster);
    }

    /** Tables for people, ending in a line feed. */
    public String tables(Look look) {
        Calibration calibration = Calibration.of(forecasts.values());
        return Stream.of(
                        section("What the hub forecast, and what came true", calibration(calibration), look),
                        sentence(calibration) + NEWLINE,
                        section("Suppliers' promises", promises(suppliers.values()), look),
                        section("By how many days ahead they stood", leads(suppliers.values()), look))
                .filter(section -> !section.isEmpty())
                .collect(Collectors.joining(NEWLINE));
    }

    private static String section(String title, TextTable table, Look look) {
        return table.isEmpty() ? "" : look.paint(title, Tone.HEADING) + NEWLINE + table.text(look);
    }

    private static String sentence(Calibration calibration) {
        String rest = calibration.open() + " are open, " + calibration.isVoid() + " void.";
        return calibration.forecasts() == 0
                ? "No forecast of the hub's has an outcome yet; " + rest
                : "Brier score (0 is best) of " + calibration.forecasts() + " forecasts: "
                        + decimal(calibration.brier()) + "; of believing every promise instead: "
                        + decimal(calibration.brierOfPromise()) + ". " + rest;
    }

    private static TextTable calibration(Calibration calibration) {
        TextTable table = new TextTable("forecast", "how many", "came true", "in %", "mean forecast in %");
        for (Tenth tenth : calibration.tenths()) {
            if (tenth.forecasts() > 0) {
                table.row(
                        10 * tenth.number() + " to " + 10 * (tenth.number() + 1) + " %",
                        tenth.forecasts(),
                        tenth.kept(),
                        percent((double) tenth.kept() / tenth.forecasts()),
                        percent(tenth.meanForecast()));
            }
        }
        return table;
    }

    private static TextTable promises(Collection<SupplierRecord> suppliers) {
        TextTable table = new TextTable("cluster", "supplier", "kept", "broken", "withdrawn", "standing");
        suppliers.forEach(supplier -> table.row(
                supplier.getCluster(),
                supplier.getSupplier(),
                supplier.getPromisesKept(),
                supplier.getPromisesBroken(),
                supplier.getPromisesWithdrawn(),
                supplier.getPromisesStanding()));
        return table;
    }

    private static TextTable leads(Collection<SupplierRecord> suppliers) {
        TextTable table = new TextTable(
                "cluster", "supplier", "days", "kept", "broken", "forecasts", "Brier", "Brier of promise");
        for (SupplierRecord supplier : suppliers) {
            for (int lead : LeadRecord.RECORDED) {
                int stood = (int) supplier.get("stoodAt" + lead);
                int kept = (int) supplier.get("keptAt" + lead);
                int forecasts = (int) supplier.get("forecasts" + lead);
                if (stood + forecasts > 0) {
                    table.row(
                            supplier.getCluster(),
                            supplier.getSupplier(),
                            lead,
                            kept,
                            stood - kept,
                            forecasts,
                            decimal((Double) supplier.get("brier" + lead)),
                            decimal((Double) supplier.get("brierOfPromise" + lead)));
                }
            }
        }
        return table;
    }

    /** One JSON object. */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        Calibration calibration = Calibration.of(forecasts.values());
        root.put("forecasts", calibration.forecasts())
                .put("open", calibration.open())
                .put("void", calibration.isVoid())
                .put("brier", calibration.brier())
                .put("brierOfPromise", calibration.brierOfPromise());
        List<Tenth> tenths = calibration.tenths();
        tenths.forEach(tenth -> root.withArrayProperty("calibration")
                .addObject()
                .put("from", tenth.number() / 10.0)
                .put("to", (tenth.number() + 1) / 10.0)
                .put("forecasts", tenth.forecasts())
                .put("cameTrue", tenth.kept())
                .put("meanForecast", tenth.meanForecast()));
        ObjectNode records = root.putObject("supplierRecords");
        suppliers.forEach((key, record) -> HubRecordJson.record(records.putObject(key), record));
        return root.toPrettyString();
    }

    private static @Nullable String percent(@Nullable Double share) {
        return share == null ? null : String.format(Locale.ROOT, "%.0f", 100 * share);
    }

    private static @Nullable String decimal(@Nullable Double value) {
        return value == null ? null : String.format(Locale.ROOT, "%.3f", value);
    }
}
