package io.rollouthub.hub.cli;

import io.rollouthub.hub.journal.JournalFile;
import io.rollouthub.programme.Programme;
import io.rollouthub.programmefile.ProgrammeFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The arguments that name what is replayed, and the programme under which it is judged. */
@Command
final class ReplayedFiles {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--programme",
            paramLabel = "FILE",
            description = "The programme, as YAML. An exported journal brings its own.")
    private @Nullable Path programme;

    @Parameters(arity = "1..*", paramLabel = "EVENTS", description = "Files of events, one JSON object a line.")
    private List<Path> events = List.of();

    List<Path> events() {
        return events;
    }

    /** Reads the programme, when the files have been looked at; says so if there is none. */
    Programme programme() {
        events.forEach(Arguments::readable);
        JournalFile journal = JournalFile.among(events);
        if (journal != null) {
            return journal.programme();
        }
        if (programme == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Missing required option: '--programme=FILE' (an exported journal alone brings its own)");
        }
        return ProgrammeFile.read(programme);
    }
}
