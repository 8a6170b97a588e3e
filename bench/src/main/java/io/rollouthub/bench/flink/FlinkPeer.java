package io.rollouthub.bench.flink;

import io.rollouthub.bench.contender.PeerArguments;
import io.rollouthub.bench.contender.PeerContender;
import io.rollouthub.bench.contender.PeerContender.Jvm;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.Arrival;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * What one builds with Flink's DataStream API instead of the hub: exactly once with a checkpoint every 500 ms, in a mini cluster with
 * one slot a processor. It checks reports as the gate does, writes the journal, keeps facts in keyed state on the heap, counts
 * go-lives, baselines and due dates by month, has timers for due dates, tells of missed milestones, and publishes rows of milestones,
 * rates, clusters and suppliers, gathered from one checkpoint to the next.
 *
 * <p>What it lacks: forecasts, evidence and the record of them; alerts but that a milestone is missed; the order of reports (one that
 * is late is dropped), corrections, identical repeats and all that the ledger refuses; targets but a number of go-lives, and the day
 * on which that was reached; earned schedule; time as an entry of the journal, so that its alerts are no function of it; a programme
 * that changes; headers of CloudEvents; time travel, and anything to operate it with.
 */
public final class FlinkPeer {
    private static final String GROUP = "bench-flink";
    private static final int CHECKPOINT_MS = 500;
    private static final int PARTITIONS = 6;

    /** What Flink's serializers and its shaded Pekko look into. */
    private static final List<String> OPENED = Stream.of(
                    "java.lang",
                    "java.lang.invoke",
                    "java.math",
                    "java.net",
                    "java.nio",
                    "java.text",
                    "java.time",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "java.util.concurrent.locks",
                    "sun.nio.ch")
            .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
            .toList();

    private FlinkPeer() {}

    /** Where the build puts the version of Kafka's client whose inner parts Flink's connector reaches into. */
    private static final String CLIENT = "flink";

    /** With more memory than the others, without which Flink does not start. */
    public static PeerContender contender() {
        List<String> options =
                Stream.concat(OPENED.stream(), Stream.of("-Xmx768m")).toList();
        return new PeerContender("flink", FlinkPeer.class.getName(), GROUP, new Jvm(options, List.of(CLIENT)));
    }

    public static void main(String[] args) throws Exception {
        PeerArguments arguments = PeerArguments.of(args);
        createTopics(arguments);
        int slots = Runtime.getRuntime().availableProcessors();
        StreamExecutionEnvironment flink =
                StreamExecutionEnvironment.createLocalEnvironment(slots, configuration(arguments));
        flink.enableCheckpointing(CHECKPOINT_MS, CheckpointingMode.EXACTLY_ONCE);
        flink.getConfig().enableObjectReuse();
        flink.fromSource(PeerKafka.source(arguments, GROUP), WatermarkStrategy.noWatermarks(), "read-reports")
                .keyBy(record -> record.cluster)
                .transform(
                        "apply-report",
                        TypeInformation.of(PeerRow.class),
                        new ClusterOperator(new ClusterFunction(arguments)))
                .sinkTo(PeerKafka.sink(arguments, GROUP))
                .name("write-rows");
        JobClient job = flink.executeAsync(GROUP);
        while (job.getJobStatus().get() != JobStatus.RUNNING) {
            Thread.onSpinWait();
        }
        System.out.println(PeerContender.RUNS);
        job.getJobExecutionResult().get();
    }

    private static Configuration configuration(PeerArguments arguments) {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                arguments.stateDir().toAbsolutePath().toUri().toString());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(8));
        return configuration;
    }

    private static void createTopics(PeerArguments arguments) {
        List<NewTopic> topics = Stream.concat(
                        Stream.of(
                                        Topics.JOURNAL,
                                        Topics.ALERT_TRANSITIONS,
                                        Topics.MILESTONES,
                                        Topics.DELIVERY_RATES,
                                        Topics.CLUSTER_STATUS,
                                        Topics.SUPPLIER_STATUS)
                                .map(Topic::name)
                                .map(RowWriter.PREFIX::concat),
                        Stream.of(RowWriter.REJECTED))
                .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                .toList();
        HubSettings settings = new HubSettings(
                arguments.bootstrapServers(),
                arguments.stateDir(),
                Arrival.BROKER_TIME,
                ClockSettings.DEFAULT,
                new HubSettings.Layout(PARTITIONS, 1, (short) 1),
                HubSettings.Ledger.DEFAULT,
                Map.of());
        try (SchemaRegistry registry = SchemaRegistry.at(arguments.registryUrl(), Map.of())) {
            new Provisioning(settings, registry).createTopics(topics);
        }
    }
}
