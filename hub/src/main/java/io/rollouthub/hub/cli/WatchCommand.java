package io.rollouthub.hub.cli;

import io.rollouthub.reader.ChangeFeed;
import io.rollouthub.reader.Reach.Problem;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one kind of results, then each change as it comes, until Ctrl-C. */
@Command(
        name = "watch",
        description = "Show alerts, rates, milestones or clusters, then each change as it comes, until Ctrl-C.",
        footerHeading = "%nExamples:%n",
        footer = {"  rollout watch alerts --data d", "  rollout watch milestones --cluster south --json | jq .status"})
final class WatchCommand implements Callable<Integer> {
    /** What can be watched, in the words of the command line. */
    enum Subject {
        alerts(Topics.ALERTS, Topics.ALERT_TRANSITIONS),
        rates(Topics.DELIVERY_RATES),
        milestones(Topics.MILESTONES),
        clusters(Topics.CLUSTER_STATUS);

        private final List<Topic<?>> topics;

        Subject(Topic<?>... topics) {
            this.topics = List.of(topics);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "alerts|rates|milestones|clusters", description = "What to watch.")
    private Subject subject = Subject.alerts;

    @Option(names = "--cluster", paramLabel = "C", description = "Only this cluster.")
    private @Nullable String cluster;

    @Option(names = "--json", description = "One JSON object a line: what is there first, then every change.")
    private boolean json;

    @Mixin
    private HubAccess hub;

    @Override
    public Integer call() throws Exception {
        return GracefulStop.run(this::run);
    }

    private int run() {
        PrintWriter out = spec.commandLine().getOut();
        try (HubAccess.Opened opened = hub.openRunning(hub.settings());
                OutputPipe pipe = new OutputPipe();
                ChangeFeed feed = new ChangeFeed(opened.connection(), subject.topics, cluster)) {
            WatchPrinter printer = json ? new WatchPrinter.Json(out) : new WatchPrinter.Text(out);
            ReadModel model = feed.read();
            printer.begin(subject, model);
            // Nobody may read any more, such as head, which has enough: a failed write tells, or the pipe itself.
            feed.follow(printer::change, () -> out.checkError() || pipe.isAbandoned(), this::tell);
            return 0;
        }
    }

    private void tell(@Nullable Problem problem) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(
                problem == null
                        ? "rollout: the connection is back"
                        : "rollout: the connection is lost: " + problem.what() + "; waiting for it");
        err.flush();
    }
}
