package io.rollouthub.hub.metrics;

import java.util.List;

/** Every metric of the hub's own: the name that dashboards rely on, and what it means. {@code docs/metrics.md} lists them. */
enum Metric {
    // Those that follow are about the process that tells them: sums over instances make the whole.
    REPORTS_ACCEPTED(
            "rollout_reports_accepted_total",
            "Reports that the gate of this instance let pass to the journal.",
            "supplier"),
    REPORTS_REJECTED(
            "rollout_reports_rejected_total",
            "Records that gate or ledger of this instance refused, by the supplier whose topic they came on.",
            "supplier",
            "reason"),
    REPORT_LATENCY(
            "rollout_report_latency_seconds",
            "From when Kafka took a report until the ledger of this instance had published what follows from it."),
    REPORT_LATENCY_MAX("rollout_report_latency_seconds_max", "The longest of these in the last minutes."),
    CLOCK_TICKS(
            "rollout_clock_ticks_total",
            "How often this instance moved the hub's clock on; one instance of a hub ticks at a time."),
    JOURNAL_TICKS(
            "rollout_journal_ticks_total",
            "Ticks that this instance wrote to the journal: at midnights, when something is due, and while that is not known."),
    PASSED_OVER(
            "rollout_passed_over_total",
            "Records of the journal or the control topic that are no entries, or that an operator has passed over; each time one is read.",
            "topic"),
    CLOCK_TICKS_FORCED(
            "rollout_clock_ticks_forced_total",
            "How often among these after the longest hold, before the gate was done with what came earlier."),
    CLOCK_HOLD(
            "rollout_clock_hold_seconds",
            "How long the tick that is due has been held by now for the gate to get done; 0 where none is."),
    PART_RUNNING(
            "rollout_part_running",
            "Whether this part of the instance, gate or ledger, has its partitions and takes records: 1 or 0.",
            "part"),
    INSTANCE_TROUBLED(
            "rollout_instance_troubled",
            "Whether something keeps this instance from getting on, though it tries again and again: 1 or 0."),
    FENCINGS(
            "rollout_fencings_total",
            "How often Kafka took a part of this instance for dead, whose open work was done again."),
    PROMISE_BROKEN(
            "rollout_promise_broken",
            "Whether topics are set so that this promise cannot be kept, be that accepted or not: 1 or 0.",
            "promise"),
    TOPICS_UNREADABLE(
            "rollout_topics_unreadable",
            "Topics of suppliers' reports that this instance may not read, or that are missing or hidden from it."),
    TOPICS_CLOSED(
            "rollout_topics_closed",
            "Topics of rejected records and of verdicts that did not take what this instance had for them, and do not by now."),
    RESTORING_STORES(
            "rollout_restoring_stores",
            "State stores that this instance is reading back from Kafka, one for each store and partition."),
    RESTORE_REMAINING(
            "rollout_restore_remaining_records", "Records of these stores' changelogs that are still to be read."),
    RESTORED_RECORDS("rollout_restored_records_total", "Records of changelogs that this instance has read back."),
    HEAP_USED(
            "rollout_heap_used_ratio",
            "How much of the heap's part for what lives long its last collection has left in use, from 0 to 1."),
    // From here on every process tells the same of the whole hub, so that one is enough.
    JOURNAL_LAG(
            "rollout_journal_lag_records",
            "Records on a supplier's topic that the gate has yet to judge, by committed offsets.",
            "supplier"),
    LEDGER_LAG(
            "rollout_ledger_lag_records",
            "Entries in a partition of the journal that the ledger has yet to apply, or of which figures are yet to come.",
            "partition"),
    STANDSTILL(
            "rollout_standstill_seconds",
            "For how long gate or ledger has not moved on where it has something to do, as this process has seen it.",
            "stage"),
    OVERDUE(
            "rollout_overdue_seconds",
            "For how long something that is due has not been judged, as this process has seen it; 0 where nothing is."),
    CLOCK_LEAD(
            "rollout_clock_lead_seconds",
            "How far the hub's clock or a cluster's, whichever is furthest, is ahead of this machine's; 0 where none is."),
    UNDELIVERED_AGE(
            "rollout_undelivered_alert_age_seconds",
            "How old the oldest alert is that this connector has not delivered; 0 where there is none.",
            "connector"),
    CLOCK_TICK(
            "rollout_clock_tick_timestamp_seconds",
            "The last tick of the hub's clock, in seconds since 1970: up to it everything is judged."),
    CLOCK_AGE("rollout_clock_age_seconds", "How old that tick is by this machine's clock."),
    OPEN_ALERTS("rollout_open_alerts", "Alerts that are open now.", "cluster", "kind"),
    GO_LIVES("rollout_go_lives", "Sites that are live now.", "cluster"),
    GO_LIVES_PLANNED(
            "rollout_go_lives_planned",
            "Go-lives that were promised and are not withdrawn, kept ones among them.",
            "cluster"),
    MILESTONES("rollout_milestones", "Milestones by where they stand.", "cluster", "status"),
    SERVER_REACHABLE(
            "rollout_server_reachable",
            "Whether kafka or registry answered this process when it last asked: 1 or 0.",
            "server");

    /** Its name in Prometheus, to which Micrometer appends no ending that is there already. */
    final String exposed;

    final String help;
    final List<String> labels;

    Metric(String exposed, String help, String... labels) {
        this.exposed = exposed;
        this.help = help;
        this.labels = List.of(labels);
    }
}
