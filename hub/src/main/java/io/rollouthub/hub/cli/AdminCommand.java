package io.rollouthub.hub.cli;

import picocli.CommandLine.Command;

/** What operators do to Kafka and the registry; does nothing without one of its commands. */
@Command(
        name = "admin",
        description = "Prepare Kafka and the registry for a programme.",
        footerHeading = "%nExample:%n",
        footer = "  rollout admin apply --programme programme.yaml --config hub.properties --dry-run",
        subcommands = ApplyCommand.class)
final class AdminCommand {}
