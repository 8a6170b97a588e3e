package io.rollouthub.hub.cli;

import io.rollouthub.explain.JournalStories;
import io.rollouthub.explain.Subject;
import io.rollouthub.explain.Told;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints why an alert was raised, or all there is to tell of a milestone. */
@Command(
        name = "explain",
        description = "Tell in plain words how an alert or a milestone came to stand where it stands.",
        footer = {
            "  rollout explain --data d south/MILESTONE_AT_RISK/dozen-by-end-october",
            "  rollout explain --data d south/go-live/weston/millennium/R0"
        })
final class ExplainCommand extends LookCommand {
    @Parameters(
            paramLabel = "ID",
            description = "An alert as <cluster>/<kind>/<subject>, or a milestone as <cluster>/<milestone>.")
    private String id;

    @Override
    int look(HubReader reader) {
        Subject subject = Subject.of(id);
        JournalStories stories = JournalStories.on(subject);
        reader.journal(stories::accept);
        Told told = Told.of(programme(reader.connection()), reader.now());
        out().print(stories.story(subject, told).text());
        return 0;
    }

    private static Programme programme(Connection hub) {
        Programme programme = HubReader.programme(hub.client(), hub.registry());
        if (programme == null) {
            throw new RolloutException("No programme has been published.", "'rollout admin apply' publishes one.");
        }
        return programme;
    }
}
