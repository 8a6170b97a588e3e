package io.rollouthub.hub.cli;

import io.rollouthub.hub.terminal.Look;
import io.rollouthub.hub.terminal.ResultJson;
import io.rollouthub.hub.terminal.ResultTables;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option that says how a state is printed. */
final class OutputFormat {
    /** The forms there are. */
    enum Form {
        table,
        json
    }

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "Tables for people, or one JSON object. Default: ${DEFAULT-VALUE}.")
    private Form form = Form.table;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Mixin
    private TableOptions tables;

    /** How its tables look. */
    Look look() {
        return tables.look();
    }

    /** Whether it is for people. */
    boolean isTable() {
        return form == Form.table && !json;
    }

    /** The same of a replay, whose JSON holds the hub's own record too. */
    String writeReplay(ReadModel model, Instant clock, List<Rejected> rejected) {
        return isTable()
                ? write(model, clock, rejected)
                : ResultJson.writeReplay(model, clock, rejected) + System.lineSeparator();
    }

    String write(ReadModel model, @Nullable Instant clock, List<Rejected> rejected) {
        return !isTable()
                ? ResultJson.write(model, clock, rejected) + System.lineSeparator()
                : ResultTables.summary(model, clock, rejected, look());
    }
}
