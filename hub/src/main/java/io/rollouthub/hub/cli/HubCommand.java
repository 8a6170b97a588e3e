package io.rollouthub.hub.cli;

import io.rollouthub.hub.audit.Audit;
import io.rollouthub.reader.Connection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command for a hub that is there, or for kept data. */
@Command
abstract class HubCommand extends StoppableCommand {
    @Mixin
    HubAccess hub;

    /** Reads the settings, and so for which hub this process works, before a name of that hub's is used. */
    @Override
    final void begin() {
        hub.settings();
    }

    /** Where it is kept who had this command do what. */
    final Audit audit(Connection connection) {
        return new Audit(connection, hub.settings().operator());
    }
}
