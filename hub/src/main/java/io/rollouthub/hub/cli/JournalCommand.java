package io.rollouthub.hub.cli;

import picocli.CommandLine.Command;

/** The journal as a file; does nothing without one of its commands. */
@Command(
        name = "journal",
        description = "Export the journal to JSON Lines, or import it into an empty hub.",
        footerHeading = "%nExamples:%n",
        footer = {"  rollout journal export --data d journal.jsonl", "  rollout journal import --data new journal.jsonl"
        },
        subcommands = {JournalExportCommand.class, JournalImportCommand.class})
final class JournalCommand {}
