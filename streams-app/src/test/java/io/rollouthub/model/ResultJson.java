package io.rollouthub.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The final state as {@code replay --format json} prints it; months without anything are left out. */
final class ResultJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ResultJson() {}

    static JsonNode of(Replay replay, LocalDate until) {
        Model model = replay.model();
        ObjectNode result = JSON.objectNode();
        result.put("until", until.toString());
        model.figures().values().stream().findFirst().ifPresent(figures -> result.put("clock", text(figures.clock())));
        ObjectNode milestones = result.putObject("milestones");
        model.milestones().forEach((id, milestone) -> milestones.set(id, milestone(milestone)));
        ObjectNode evidence = result.putObject("evidence");
        model.evidence().forEach((id, view) -> evidence.set(id, evidence(view)));
        ObjectNode forecasts = result.putObject("forecasts");
        model.forecasts().forEach((key, forecast) -> forecasts.set(key, forecast(forecast)));
        ObjectNode records = result.putObject("supplierRecords");
        model.supplierRecords().forEach((key, record) -> records.set(key, supplierRecord(record)));
        ObjectNode rates = result.putObject("rates");
        model.rates().forEach((cluster, months) -> rates(rates, cluster, months));
        ArrayNode openAlerts = result.putArray("openAlerts");
        model.openAlerts().keySet().forEach(openAlerts::add);
        result.set("transitions", transitions(model));
        result.put("duplicates", model.duplicates());
        ArrayNode rejected = result.putArray("rejected");
        replay.rejected().forEach(event -> rejected.addObject()
                .put("supplier", event.supplier())
                .put("eventId", event.eventId())
                .put("reason", event.reason()));
        return result;
    }

    private static ObjectNode milestone(MilestoneView milestone) {
        return JSON.objectNode()
                .put("status", milestone.status())
                .put("baseline", text(milestone.baseline()))
                .put("due", text(milestone.due()))
                .put("undated", milestone.undated())
                .put("achievedOn", text(milestone.achievedOn()))
                .put("progress", milestone.progress())
                .put("count", milestone.count())
                .put("slips", milestone.slips())
                .put("slipDays", milestone.slipDays())
                .put("owner", milestone.owner())
                .put("probability", milestone.probability())
                .put("p50", text(milestone.p50()))
                .put("p85", text(milestone.p85()));
    }

    /** Those of the numbers that it has. */
    private static ObjectNode evidence(EvidenceView evidence) {
        ObjectNode json = JSON.objectNode()
                .put("keptAtLead", evidence.keptAtLead())
                .put("endedAtLead", evidence.endedAtLead())
                .put("supplierKeptAtLead", evidence.supplierKeptAtLead())
                .put("supplierEndedAtLead", evidence.supplierEndedAtLead())
                .put("named", evidence.named())
                .put("expected", evidence.expected())
                .put("unnamedExpected", evidence.unnamedExpected())
                .put("observedDays", evidence.observedDays())
                .put("observedGoLives", evidence.observedGoLives());
        json.properties().removeIf(number -> number.getValue().isNull());
        return json;
    }

    private static ObjectNode forecast(ForecastView forecast) {
        ObjectNode json = JSON.objectNode()
                .put("owner", forecast.owner())
                .put("day", text(forecast.day()))
                .put("score", forecast.score());
        return switch (forecast.outcome()) {
            case KEPT -> json.put("outcome", 1);
            case NOT_KEPT -> json.put("outcome", 0);
            case OPEN -> json.put("outcome", "open");
            case VOID -> json.put("outcome", "void");
        };
    }

    private static ObjectNode supplierRecord(SupplierRecordView record) {
        ObjectNode json = JSON.objectNode()
                .put("promisesKept", record.promisesKept())
                .put("promisesBroken", record.promisesBroken())
                .put("promisesWithdrawn", record.promisesWithdrawn())
                .put("promisesStanding", record.promisesStanding());
        ObjectNode leads = json.putObject("leads");
        record.leads().forEach((lead, view) -> leads.putObject(lead.toString())
                .put("stoodAt", view.stoodAt())
                .put("keptAt", view.keptAt())
                .put("forecasts", view.forecasts())
                .put("forecastsKept", view.forecastsKept())
                .put("squares", view.squares())
                .put("brier", view.brier())
                .put("brierOfPromise", view.brierOfPromise()));
        return json;
    }

    private static void rates(ObjectNode rates, String cluster, SortedMap<YearMonth, MonthView> months) {
        months.forEach((month, view) -> {
            if (view.goLives() != 0 || view.planned() != 0 || view.due() != 0) {
                rates.withObjectProperty(cluster)
                        .putObject(month.toString())
                        .put("goLives", view.goLives())
                        .put("planned", view.planned())
                        .put("due", view.due());
            }
        });
    }

    private static ArrayNode transitions(Model model) {
        ArrayNode transitions = JSON.arrayNode();
        Map<String, String> last = new HashMap<>();
        for (TransitionView transition : model.transitions()) {
            ObjectNode json = transitions
                    .addObject()
                    .put("alertId", transition.alertId())
                    .put("episode", transition.episode())
                    .put("state", transition.state())
                    .put("startsAt", text(transition.startsAt()))
                    .put("endsAt", text(transition.endsAt()))
                    .put("resolution", transition.resolution());
            String before = last.put(transition.alertId(), transition.state());
            if (transition.state().equals("OPEN") && transition.state().equals(before)) {
                json.put("update", true); // opened again with another startsAt
            }
        }
        return transitions;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
