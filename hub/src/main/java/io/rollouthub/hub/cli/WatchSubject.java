package io.rollouthub.hub.cli;

import io.rollouthub.hub.terminal.ResultTables;
import io.rollouthub.hub.terminal.TextTable;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** What can be watched, in the words of the command line. */
enum WatchSubject {
    alerts(ResultTables::alerts, ReadModel::openAlerts, Topics.ALERTS, Topics.ALERT_TRANSITIONS),
    rates(ResultTables::rates, model -> model.rates().values(), Topics.DELIVERY_RATES),
    milestones(ResultTables::milestones, model -> model.milestones().values(), Topics.MILESTONES),
    clusters(ResultTables::clusters, model -> model.clusters().values(), Topics.CLUSTER_STATUS);

    final Function<ReadModel, TextTable> table;
    final Function<ReadModel, Collection<? extends SpecificRecord>> records;
    final List<String> topics;

    WatchSubject(
            Function<ReadModel, TextTable> table,
            Function<ReadModel, Collection<? extends SpecificRecord>> records,
            Topic<?>... topics) {
        this.table = table;
        this.records = records;
        this.topics = Arrays.stream(topics).map(Topic::name).toList();
    }
}
