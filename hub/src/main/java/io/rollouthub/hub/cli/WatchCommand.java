package io.rollouthub.hub.cli;

import io.rollouthub.hub.terminal.Times;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.Follower;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.Reach;
import io.rollouthub.reader.Reach.Problem;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one kind of results, then each change as it comes, until Ctrl-C. */
@Command(
        name = "watch",
        description = "Show alerts, rates, milestones or clusters, then each change as it comes, until Ctrl-C.",
        footer = {"  rollout watch alerts --data d", "  rollout watch milestones --cluster south --json | jq .status"})
final class WatchCommand extends HubCommand {
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(200);

    @Parameters(paramLabel = "alerts|rates|milestones|clusters", description = "What to watch.")
    private WatchSubject subject = WatchSubject.alerts;

    @Option(names = "--cluster", paramLabel = "C", description = "Only this cluster.")
    private @Nullable String cluster;

    @Option(names = "--json", description = "One JSON object a line: what is there first, then every change.")
    private boolean json;

    @Mixin
    private TableOptions tables;

    @Override
    int run() throws InterruptedException {
        try (OpenedHub opened = hub.openRunning(hub.settings());
                OutputPipe pipe = new OutputPipe()) {
            Connection connection = opened.connection();
            opened.requireTopics(subject.topics()); // or there is nothing to watch
            Times times = json ? Times.UTC : tables.times(connection);
            WatchPrinter printer = new WatchPrinter(out(), json, tables.look(), times);
            WatchSource source =
                    new WatchSource(new HubRecord.Decoder(connection.registry()), subject, cluster, printer);
            try (Follower<WatchSource.Seen, ?> follower = new Follower<>("watch", connection, source)) {
                follower.start();
                // Nobody may read any more, such as head, which has enough: a failed write tells, or the pipe itself.
                await(follower, connection, () -> out().checkError() || pipe.isAbandoned());
            }
            return 0;
        }
    }

    /** After some silence it looks at Kafka: there may be nothing to say, or nobody to say it. */
    private void await(Follower<?, ?> follower, Connection connection, BooleanSupplier enough)
            throws InterruptedException {
        long heard = follower.records();
        long looked = System.nanoTime();
        boolean lost = false;
        while (!enough.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            if (heard != follower.records()) {
                heard = follower.records();
                looked = System.nanoTime();
            } else if (System.nanoTime() - looked > SILENCE.toNanos()) {
                Problem problem = Reach.kafka(connection);
                looked = System.nanoTime();
                if (lost != (problem != null)) {
                    lost = problem != null;
                    tell(problem);
                }
            }
        }
    }

    private void tell(@Nullable Problem problem) {
        sayAside(
                problem == null
                        ? "rollout: the connection is back"
                        : "rollout: the connection is lost: " + problem.what() + "; waiting for it");
    }
}
