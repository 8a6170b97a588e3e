package io.rollouthub.hub.cli;

import picocli.CommandLine.Command;

/** Runs one of the embedded servers alone; does nothing without one of its commands. */
@Command(
        name = "serve",
        description = "Run a small Kafka or schema registry alone, in the place of one that is not to be had.",
        subcommands = {ServeKafkaCommand.class, ServeRegistryCommand.class},
        footerHeading = "%nExample:%n",
        footer = "  rollout serve kafka --data k --advertise kafka:9092")
final class ServeCommand {}
