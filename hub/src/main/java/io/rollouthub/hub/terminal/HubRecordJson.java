package io.rollouthub.hub.terminal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollouthub.domain.forecast.LeadRecord;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Outcome;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.reader.ReadModel;

/** The hub's own record as JSON: its forecasts, the suppliers' promises, and where present probabilities come from. */
final class HubRecordJson {
    private HubRecordJson() {}

    static void add(ObjectNode root, ReadModel model) {
        ObjectNode forecasts = root.putObject("forecasts");
        model.forecasts().forEach((key, forecast) -> forecast(forecasts.putObject(key), forecast));
        ObjectNode records = root.putObject("supplierRecords");
        model.supplierRecords().forEach((key, record) -> record(records.putObject(key), record));
        ObjectNode evidence = root.putObject("evidence");
        model.milestones().forEach((key, milestone) -> {
            if (milestone.getProbability() != null) {
                evidence(evidence.putObject(key), milestone);
            }
        });
    }

    private static void forecast(ObjectNode node, Forecast forecast) {
        node.put("owner", forecast.getOwner())
                .put("day", forecast.getDay().toString())
                .put("score", forecast.getScore());
        switch (forecast.getOutcome()) {
            case MET -> node.put("outcome", 1);
            case NOT_MET -> node.put("outcome", 0);
            case OPEN, VOID, UNKNOWN -> node.put("outcome", forecast.getOutcome() == Outcome.VOID ? "void" : "open");
        }
    }

    static void record(ObjectNode node, SupplierRecord record) {
        node.put("promisesKept", record.getPromisesKept())
                .put("promisesBroken", record.getPromisesBroken())
                .put("promisesWithdrawn", record.getPromisesWithdrawn())
                .put("promisesStanding", record.getPromisesStanding());
        ObjectNode leads = node.putObject("leads");
        for (int lead : LeadRecord.RECORDED) {
            leads.putObject(String.valueOf(lead))
                    .put("stoodAt", (int) record.get("stoodAt" + lead))
                    .put("keptAt", (int) record.get("keptAt" + lead))
                    .put("forecasts", (int) record.get("forecasts" + lead))
                    .put("forecastsKept", (int) record.get("forecastsKept" + lead))
                    .put("squares", (long) record.get("squares" + lead))
                    .put("brier", (Double) record.get("brier" + lead))
                    .put("brierOfPromise", (Double) record.get("brierOfPromise" + lead));
        }
    }

    private static void evidence(ObjectNode node, MilestoneState milestone) {
        if (milestone.getNamed() == null) {
            node.put("keptAtLead", milestone.getKeptAtLead())
                    .put("endedAtLead", milestone.getEndedAtLead())
                    .put("supplierKeptAtLead", milestone.getSupplierKeptAtLead())
                    .put("supplierEndedAtLead", milestone.getSupplierEndedAtLead());
        } else {
            node.put("named", milestone.getNamed())
                    .put("expected", milestone.getExpected())
                    .put("unnamedExpected", milestone.getUnnamedExpected())
                    .put("observedDays", milestone.getObservedDays())
                    .put("observedGoLives", milestone.getObservedGoLives());
        }
    }
}
