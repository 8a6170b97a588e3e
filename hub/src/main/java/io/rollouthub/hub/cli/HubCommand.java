package io.rollouthub.hub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command for a hub that is there, or for kept data. */
@Command
abstract class HubCommand extends StoppableCommand {
    @Mixin
    HubAccess hub;
}
