package io.rollouthub.hub.terminal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollouthub.jsonl.IsoTime;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.reader.CumulativeRate;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The final state as one JSON object, as {@code --format json} prints it. */
public final class ResultJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ResultJson() {}

    /**
     * The JSON text.
     *
     * @param clock the hub's clock, null if it has none yet
     * @param rejected in the order in which they are to be shown
     */
    public static String write(ReadModel model, @Nullable Instant clock, List<Rejected> rejected) {
        return state(model, clock, rejected).toPrettyString();
    }

    /** The same of a replay, with what the hub forecast on the way and where its present forecasts come from. */
    public static String writeReplay(ReadModel model, Instant clock, List<Rejected> rejected) {
        ObjectNode root = state(model, clock, rejected);
        HubRecordJson.add(root, model);
        return root.toPrettyString();
    }

    private static ObjectNode state(ReadModel model, @Nullable Instant clock, List<Rejected> rejected) {
        ObjectNode root = NODES.objectNode();
        root.put("clock", text(clock));
        ObjectNode milestones = root.putObject("milestones");
        model.milestones().forEach((key, milestone) -> milestones.set(key, milestone(milestone)));
        ObjectNode rates = root.putObject("rates");
        model.rates().values().forEach(rate -> rate(rates, rate));
        ArrayNode open = root.putArray("openAlerts");
        model.openAlerts().stream().map(Alert::getAlertId).forEach(open::add);
        ArrayNode transitions = root.putArray("transitions");
        model.transitions().forEach(transition -> transitions.add(transition(transition)));
        ArrayNode refused = root.putArray("rejected");
        rejected.forEach(one -> refused.addObject()
                .put("supplier", one.supplier())
                .put("eventId", one.eventId())
                .put("reason", one.why().refusal().reason().name()));
        root.put(
                "duplicates",
                model.clusters().values().stream()
                        .mapToLong(ClusterStatus::getDuplicates)
                        .sum());
        return root;
    }

    private static ObjectNode milestone(MilestoneState milestone) {
        return NODES.objectNode()
                .put("status", milestone.getStatus().name())
                .put("baseline", text(milestone.getBaseline()))
                .put("due", text(milestone.getDue()))
                .put("undated", milestone.getUndated())
                .put("achievedOn", text(milestone.getAchievedOn()))
                .put("progress", milestone.getProgress())
                .put("count", milestone.getCount())
                .put("slips", milestone.getSlips())
                .put("slipDays", milestone.getSlipDays())
                .put("owner", milestone.getOwner())
                .put("probability", milestone.getProbability())
                .put("p50", text(milestone.getP50()))
                .put("p85", text(milestone.getP85()));
    }

    private static void rate(ObjectNode rates, DeliveryRate rate) {
        if (!CumulativeRate.isWhole(rate)) {
            return; // only a part of the cluster's
        }
        rates.withObjectProperty(rate.getCluster())
                .putObject(rate.getMonth())
                .put("goLives", rate.getGoLives())
                .put("planned", rate.getPlanned())
                .put("due", rate.getDue());
    }

    private static ObjectNode transition(AlertTransition transition) {
        return NODES.objectNode()
                .put("alertId", transition.getAlertId())
                .put("episode", transition.getEpisode())
                .put("state", transition.getState().name())
                .put("startsAt", text(transition.getStartsAt()))
                .put("endsAt", text(transition.getEndsAt()))
                .put("resolution", text(transition.getResolution()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value instanceof Instant instant ? IsoTime.print(instant) : value.toString();
    }
}
