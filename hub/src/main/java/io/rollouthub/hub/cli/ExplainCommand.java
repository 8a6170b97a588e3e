package io.rollouthub.hub.cli;

import io.rollouthub.explain.JournalStories;
import io.rollouthub.explain.Subject;
import io.rollouthub.reader.HubReader;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints why an alert was raised, or all there is to tell of a milestone. */
@Command(
        name = "explain",
        description = "Tell in plain words how an alert or a milestone came to stand where it stands.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  rollout explain --data d south/MILESTONE_AT_RISK/dozen-by-end-october",
            "  rollout explain --data d south/go-live/weston/millennium/R0"
        })
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HubAccess hub;

    @Parameters(
            paramLabel = "ID",
            description = "An alert as <cluster>/<kind>/<subject>, or a milestone as <cluster>/<milestone>.")
    private String id;

    @Override
    public Integer call() throws Exception {
        return hub.look(this::print);
    }

    private int print(HubReader reader) {
        PrintWriter out = spec.commandLine().getOut();
        Subject subject = Subject.of(id);
        JournalStories stories = JournalStories.on(subject);
        reader.journal(stories::accept);
        out.print(stories.story(subject).text());
        out.flush();
        return 0;
    }
}
