package io.rollouthub.hub.cli;

import io.rollouthub.hub.terminal.Look;
import io.rollouthub.hub.terminal.TextTable;
import io.rollouthub.hub.terminal.Times;
import io.rollouthub.jsonl.RecordJson;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.reader.CumulativeRate;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.ReadModel;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Prints what is watched, for people or, as JSON, for programs. */
final class WatchPrinter {
    /** Fields that go on by themselves, stand in the key, or are in records of an older hub alone. */
    private static final Set<String> NO_NEWS = Set.of(
            "clock",
            "today",
            "cluster",
            "milestone",
            "month",
            "zone",
            "cumulativeGoLives",
            "cumulativePlanned",
            "cumulativeDue");

    private final PrintWriter out;
    private final boolean json;
    private final Look look;
    private final Times times;
    private List<Alert> shown = List.of();

    WatchPrinter(PrintWriter out, boolean json, Look look, Times times) {
        this.out = out;
        this.json = json;
        this.look = look;
        this.times = times;
    }

    /** Prints what is there. */
    void begin(WatchSubject subject, ReadModel model) {
        shown = model.openAlerts();
        if (json) {
            subject.records.apply(model).forEach(record -> out.println(RecordJson.write(record)));
        } else {
            TextTable table = subject.table.apply(model, times);
            String none = "No " + subject + (subject == WatchSubject.alerts ? " are open." : " yet.");
            out.println(table.isEmpty() ? none : table.text(look));
        }
        out.flush();
    }

    /**
     * Prints what has come, if it is news.
     *
     * @param before what its key had; null if nothing
     */
    void change(HubRecord result, @Nullable SpecificRecord before) {
        SpecificRecord now = result.value();
        // An alert's state tells nothing that its transition does not tell; what was open at the beginning is known.
        if (now instanceof Alert || now instanceof AlertTransition transition && isShown(transition)) {
            return;
        }
        if (json) {
            out.println(
                    now != null
                            ? RecordJson.write(now)
                            : RecordJson.deleted(result.topic().schema().getName(), result.key()));
        } else if (now instanceof AlertTransition transition) {
            out.println(Terminal.alert(times.print(transition.getAt()), transition));
        } else {
            String news = difference(before, now);
            boolean part = now instanceof DeliveryRate rate && !CumulativeRate.isWhole(rate);
            if (!news.isEmpty() && !part) {
                out.println(
                        times.print(Instant.now().truncatedTo(ChronoUnit.SECONDS)) + "  " + result.key() + "  " + news);
            }
        }
        out.flush();
    }

    private boolean isShown(AlertTransition transition) {
        return transition.getState() == AlertState.OPEN
                && shown.stream()
                        .anyMatch(alert -> alert.getAlertId().equals(transition.getAlertId())
                                && alert.getEpisode() == transition.getEpisode()
                                && alert.getStartsAt().equals(transition.getStartsAt()));
    }

    /**
     * Such as {@code status PENDING → MISSED, progress 2 → 3}; empty if nothing of interest differs.
     *
     * @param before null if there was nothing
     * @param now null if there is nothing any more
     */
    private String difference(@Nullable SpecificRecord before, @Nullable SpecificRecord now) {
        if (now == null) {
            return "ceased to exist";
        }
        List<String> differences = new ArrayList<>();
        for (Schema.Field field : now.getSchema().getFields()) {
            Object was = before == null ? null : before.get(field.pos());
            Object is = now.get(field.pos());
            if (!NO_NEWS.contains(field.name()) && !Objects.equals(was, is)) {
                differences.add(field.name() + " " + (before == null ? "" : text(was) + " → ") + text(is));
            }
        }
        return (before == null ? "new: " : "") + String.join(", ", differences);
    }

    private String text(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        if (value instanceof Instant instant) {
            return times.print(instant);
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : value.toString();
    }
}
