package io.rollouthub.hub.cli;

import io.rollouthub.hub.terminal.Look;
import io.rollouthub.hub.terminal.Times;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** The options that say how tables look. */
final class TableOptions {
    @Option(names = "--wide", description = "One line a row and nothing cut, however narrow the terminal is.")
    private boolean wide;

    @Option(names = "--utc", description = "Times as instants in UTC. Default: in the programme's zone, with its name.")
    private boolean utc;

    Look look() {
        Look usual = Terminal.look();
        return new Look(wide ? Look.PLAIN.width() : usual.width(), usual.colour(), utc);
    }

    /** How times look where no result tells the zone: the programme that is published does. */
    Times times(Connection hub) {
        Programme programme = utc ? null : HubReader.programme(hub.client(), hub.registry());
        return programme == null ? Times.UTC : new Times(ZoneId.of(programme.getZone()));
    }
}
