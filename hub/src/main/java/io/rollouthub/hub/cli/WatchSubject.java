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
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What can be watched, in the words of the command line. */
enum WatchSubject {
    alerts(AlertTable::of, ReadModel::openAlerts),
    rates((model, times) -> ResultTables.rates(model), model -> model.rates().values()),
    milestones((model, times) -> MilestoneTable.of(model), model -> model.milestones()
            .values()),
    clusters((model, times) -> ClusterTable.of(model), model -> model.clusters().values());

    final BiFunction<ReadModel, Times, TextTable> table;
    final Function<ReadModel, Collection<? extends SpecificRecord>> records;

    WatchSubject(
            BiFunction<ReadModel, Times, TextTable> table,
            Function<ReadModel, Collection<? extends SpecificRecord>> records) {
        this.table = table;
        this.records = records;
    }

    /** The names of the topics on which it is told. */
    List<String> topics() {
        Stream<Topic<?>> topics =
                switch (this) {
                    case alerts -> Stream.of(Topics.ALERTS, Topics.ALERT_TRANSITIONS);
                    case rates -> Stream.of(Topics.DELIVERY_RATES);
                    // The word for a milestone needs what is open on it.
                    case milestones -> Stream.of(Topics.MILESTONES, Topics.ALERTS);
                    case clusters -> Stream.of(Topics.CLUSTER_STATUS);
                };
        return topics.map(Topic::name).toList();
    }

    /** Whether changes of a topic are told, and not only read to tell of others. */
    boolean tells(Topic<?> topic) {
        return this != milestones || topic.equals(Topics.MILESTONES);
    }
}
