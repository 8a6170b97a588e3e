package io.rollouthub.hub;

import io.rollouthub.hub.cli.RolloutCommand;

/** The entry point that the script {@code rollout} starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(RolloutCommand.commandLine().execute(args));
    }
}
