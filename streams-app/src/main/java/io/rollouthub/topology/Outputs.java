package io.rollouthub.topology;

import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.Rejection;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.Map;
import java.util.Objects;

/** Where each of the ledger's results is published: rows and transitions on a topic of the hub's, what is judged on those of its supplier. */
public final class Outputs {
    private static final Map<Class<? extends Result>, Topic<?>> TOPICS = Map.of(
            Result.ForecastRow.class, Topics.FORECASTS,
            Result.SupplierRecordRow.class, Topics.SUPPLIER_RECORDS,
            Result.AlertRow.class, Topics.ALERTS,
            Result.Transition.class, Topics.ALERT_TRANSITIONS,
            Result.MilestoneRow.class, Topics.MILESTONES,
            Result.RevisionRow.class, Topics.PLAN_REVISIONS,
            Result.RateRow.class, Topics.DELIVERY_RATES,
            Result.ClusterRow.class, Topics.CLUSTER_STATUS,
            Result.SupplierRow.class, Topics.SUPPLIER_STATUS,
            Result.ContractRow.class, Topics.CONTRACTS);

    private Outputs() {}

    /** The topic of a result that is no judged report; its key there is the result's. */
    public static Topic<?> topicOf(Result result) {
        return Objects.requireNonNull(TOPICS.get(result.getClass()));
    }

    /** What the record of a rejection says of it. */
    public static RejectionHeaders why(Rejection rejection) {
        ReportedEvent report = rejection.entry().report();
        Reason reason = Reason.valueOf(rejection.reason().name());
        String detail = reason.sentence() + " It is eventId " + report.eventId() + " of " + report.supplier() + "."
                + rejection.detail();
        return new RejectionHeaders(
                new Refusal(reason, detail),
                Objects.requireNonNull(rejection.entry().origin()),
                rejection.entry().acceptedAt());
    }
}
