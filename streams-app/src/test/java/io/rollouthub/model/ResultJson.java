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
