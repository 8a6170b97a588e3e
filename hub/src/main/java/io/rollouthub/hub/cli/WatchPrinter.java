package io.rollouthub.hub.cli;

import io.rollouthub.hub.cli.WatchCommand.Subject;
import io.rollouthub.hub.terminal.ChangeText;
import io.rollouthub.hub.terminal.ResultChange;
import io.rollouthub.hub.terminal.ResultTables;
import io.rollouthub.jsonl.IsoTime;
import io.rollouthub.jsonl.RecordJson;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.reader.ReadModel;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;

/** Prints what is watched, for people or for programs. */
abstract sealed class WatchPrinter {
    final PrintWriter out;
    private List<Alert> shown = List.of();

    private WatchPrinter(PrintWriter out) {
        this.out = out;
    }

    /** Prints what is there. */
    final void begin(Subject subject, ReadModel model) {
        shown = model.openAlerts();
        print(subject, model);
        out.flush();
    }

    /** Prints what has come, if it is news. */
    final void change(ResultChange change) {
        // An alert's state tells nothing that its transition does not tell; what was open at the beginning is known.
        if (!(change.now() instanceof Alert)
                && !(change.now() instanceof AlertTransition transition && isShown(transition))) {
            print(change);
            out.flush();
        }
    }

    private boolean isShown(AlertTransition transition) {
        return transition.getState() == AlertState.OPEN
                && shown.stream()
                        .anyMatch(alert -> alert.getAlertId().equals(transition.getAlertId())
                                && alert.getEpisode() == transition.getEpisode()
                                && alert.getStartsAt().equals(transition.getStartsAt()));
    }

    abstract void print(Subject subject, ReadModel model);

    abstract void print(ResultChange change);

    /** For people. */
    static final class Text extends WatchPrinter {
        Text(PrintWriter out) {
            super(out);
        }

        @Override
        void print(Subject subject, ReadModel model) {
            String table = ResultTables.text(
                    ResultTables.Kind.valueOf(subject.name().toUpperCase(Locale.ROOT)), model, Terminal.look());
            out.println(
                    table.isEmpty() ? "No " + subject + (subject == Subject.alerts ? " are open." : " yet.") : table);
        }

        @Override
        void print(ResultChange change) {
            if (change.now() instanceof AlertTransition transition) {
                out.println(Terminal.coloured(
                        IsoTime.print(transition.getAt()) + "  " + AlertLine.of(transition),
                        transition.getState(),
                        transition.getSeverity()));
                return;
            }
            String news = ChangeText.of(change);
            boolean part = change.now() instanceof DeliveryRate rate
                    && (rate.getSupplier() != null || rate.getProduct() != null);
            if (!news.isEmpty() && !part) {
                out.println(IsoTime.print(Instant.now().truncatedTo(ChronoUnit.SECONDS)) + "  " + change.key() + "  "
                        + news);
            }
        }
    }

    /** For programs. */
    static final class Json extends WatchPrinter {
        Json(PrintWriter out) {
            super(out);
        }

        @Override
        void print(Subject subject, ReadModel model) {
            Collection<? extends SpecificRecord> records =
                    switch (subject) {
                        case alerts -> model.openAlerts();
                        case rates -> model.rates().values();
                        case milestones -> model.milestones().values();
                        case clusters -> model.clusters().values();
                    };
            records.forEach(record -> out.println(RecordJson.write(record)));
        }

        @Override
        void print(ResultChange change) {
            SpecificRecord now = change.now();
            out.println(
                    now != null
                            ? RecordJson.write(now)
                            : RecordJson.deleted(
                                    change.result().topic().schema().getName(), change.key()));
        }
    }
}
