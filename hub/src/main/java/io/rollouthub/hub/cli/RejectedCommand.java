package io.rollouthub.hub.cli;

import picocli.CommandLine.Command;

/** What the hub has refused; does nothing without one of its commands. */
@Command(
        name = "rejected",
        description = "List what the hub has refused, show a record, or send it again.",
        footerHeading = "%nExamples:%n",
        footer = {"  rollout rejected list --data d", "  rollout rejected redrive --data d bt 0:17"},
        subcommands = {RejectedListCommand.class, RejectedShowCommand.class, RejectedRedriveCommand.class})
final class RejectedCommand {}
