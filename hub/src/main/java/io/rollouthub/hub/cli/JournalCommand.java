package io.rollouthub.hub.cli;

import picocli.CommandLine.Command;

/** The journal as a file; does nothing without one of its commands. */
@Command(
        name = "journal",
        description = "Export the journal to JSON Lines, or import it into an empty hub.",
        subcommands = {JournalExportCommand.class, JournalImportCommand.class})
final class JournalCommand {}
