package io.rollouthub.hub.cli;

import io.rollouthub.hub.terminal.AlertTable;
import io.rollouthub.hub.terminal.ClusterTable;
import io.rollouthub.hub.terminal.MilestoneTable;
import io.rollouthub.hub.terminal.ResultTables;
import io.rollouthub.hub.terminal.TextTable;
import io.rollouthub.hub.terminal.Times;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** What can be watched, in the words of the command line. */
enum WatchSubject {
    alerts(AlertTable::of, ReadModel::openAlerts, Topics.ALERTS, Topics.ALERT_TRANSITIONS),
    rates((model, times) -> ResultTables.rates(model), model -> model.rates().values(), Topics.DELIVERY_RATES),
    milestones(
            (model, times) -> MilestoneTable.of(model),
            model -> model.milestones().values(),
            Topics.MILESTONES,
            Topics.ALERTS), // the word for a milestone needs what is open on it
    clusters((model, times) -> ClusterTable.of(model), model -> model.clusters().values(), Topics.CLUSTER_STATUS);

    final BiFunction<ReadModel, Times, TextTable> table;
    final Function<ReadModel, Collection<? extends SpecificRecord>> records;
    final List<String> topics;

    WatchSubject(
            BiFunction<ReadModel, Times, TextTable> table,
            Function<ReadModel, Collection<? extends SpecificRecord>> records,
            Topic<?>... topics) {
        this.table = table;
        this.records = records;
        this.topics = Arrays.stream(topics).map(Topic::name).toList();
    }

    /** Whether changes of a topic are told, and not only read to tell of others. */
    boolean tells(Topic<?> topic) {
        return this != milestones || topic.equals(Topics.MILESTONES);
    }
}
