package io.rollouthub.hub.cli;

import io.rollouthub.hub.audit.Audit;
import io.rollouthub.hub.journal.SharedCommitments;
import io.rollouthub.hub.rights.Granting;
import io.rollouthub.hub.rights.GrantingPlan;
import io.rollouthub.hub.settings.Setting;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.runtime.TopicChanges.Kept;
import io.rollouthub.runtime.TopicPlan;
import io.rollouthub.topology.Arrival;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes Kafka and the registry what a programme needs, and publishes the programme; tells each change. */
@Command(
        name = "apply",
        description =
                "Create and correct topics and schemas for a programme, and publish it. Repeating it is harmless.",
        footer = "  rollout admin apply --programme programme.yaml --config hub.properties --dry-run")
final class ApplyCommand extends HubCommand {
    @Option(names = "--programme", required = true, paramLabel = "FILE", description = "The programme, as YAML.")
    private Path programme;

    @Option(
            names = "--acls",
            description =
                    "Also give everybody the rights and quotas that the programme needs, and take back those that this"
                            + " gave and nobody needs; as Kafka's administrator.")
    private boolean acls;

    @Option(names = "--dry-run", description = "Tell what would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--replace", description = "Also if another programme, by its id, is in force.")
    private boolean replace;

    @Option(
            names = "--print",
            paramLabel = "FORM",
            description =
                    "Print the rights and quotas that the programme needs, for a Kafka where somebody else gives them,"
                            + " and do nothing else: ${COMPLETION-CANDIDATES}.")
    private @Nullable PrintedRights print;

    @Override
    int run() {
        ProgrammeFile.Whole file = ProgrammeFile.readWhole(programme);
        Settings settings = hub.settings();
        if (print != null) {
            TopicPlan topics = new TopicPlan(settings.layout(), Arrival.BROKER_TIME);
            out().print(print.text.apply(file.access(), topics.of(file.programme())));
            return 0;
        }
        try (OpenedHub opened = hub.open()) {
            Provisioning provisioning = new Provisioning(
                    settings.streams(opened.connection()), opened.connection().registry());
            Provisioning.Preparation preparation = provisioning.plan(file.programme());
            preparation.kept().stream().filter(kept -> matters(kept, settings)).forEach(kept -> out().println(
                            kept.line()));
            preparation.changes().forEach(change -> out().println(change.line()));
            SharedCommitments.changingHands(opened.connection(), preparation).forEach(out()::println);
            Granting granting = new Granting(opened.connection());
            GrantingPlan rights = acls ? granting.plan(file.access()) : GrantingPlan.NOTHING;
            rights.lines().forEach(out()::println);
            if (preparation.changes().isEmpty() && rights.isEmpty()) {
                out().println("nothing to change");
            }
            out().flush();
            AnotherProgramme.refuse(preparation, replace);
            Audit audit = audit(opened.connection());
            if (!dryRun && !preparation.changes().isEmpty()) {
                provisioning.make(preparation.changes());
                audit.of("admin apply", preparation, programme);
            }
            if (!dryRun && !rights.isEmpty()) {
                granting.make(rights);
                audit.of("admin apply --acls", rights.lines(), programme);
            }
        }
        return 0;
    }

    /** What differs from a default only is no wish that was not granted. */
    private static boolean matters(Kept kept, Settings settings) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.key().equals(kept.setting()))
                .allMatch(settings::isSet);
    }
}
