package io.rollouthub.hub.cli;

import io.rollouthub.reader.HubReader;
import picocli.CommandLine.Command;

/** A command that looks at a hub's topics. */
@Command
abstract class LookCommand extends HubCommand {
    /** What it does with them; its exit code. */
    abstract int look(HubReader reader);

    @Override
    final int run() {
        try (OpenedHub opened = hub.open()) {
            return look(opened.reader(new ProgressLine(err())));
        }
    }
}
