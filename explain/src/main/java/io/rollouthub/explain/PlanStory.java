package io.rollouthub.explain;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.History;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.ReportedEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was promised of a milestone, and how its date moved. */
final class PlanStory {
    private static final int SEVERAL = 3; // revisions, the first one included

    private final ProgrammeWords words;
    private final List<String> promised = new ArrayList<>();
    private final List<String> moved = new ArrayList<>();

    PlanStory(ProgrammeWords words, History history) {
        this.words = words;
        List<ReportedEvent> standing = history.standing();
        Fact fact = new History(history.key(), List.of()).fold();
        for (int i = 0; i < standing.size(); i++) {
            Fact before = fact;
            fact = new History(history.key(), standing.subList(0, i + 1)).fold();
            add(standing.get(i), before, fact);
        }
        if (promised.isEmpty()) {
            promised.add("No date has been named for it.");
        } else if (moved.isEmpty()) {
            moved.add("It has not been moved.");
        } else if (fact.revisions().size() >= SEVERAL && fact.baseline() != null && fact.due() != null) {
            moved.add("In all it was moved later " + Words.times(fact.slips()) + ", and " + fact.due() + " is "
                    + Words.moved(fact.baseline(), fact.due()) + " than the first date, " + fact.baseline() + ".");
        }
    }

    List<Story.Section> sections() {
        Story.Section promise = new Story.Section("What was promised", promised);
        return moved.isEmpty() ? List.of(promise) : List.of(promise, new Story.Section("How the date moved", moved));
    }

    /** What a report that stands changed in what those before it add up to. */
    private void add(ReportedEvent report, Fact before, Fact after) {
        LocalDate was = before.due();
        LocalDate is = after.due();
        boolean revised = after.revisions().size() > before.revisions().size();
        if (is == null) {
            if (revised) {
                moved.add(words.said(report, "said that it had no date"));
            }
        } else if (was == null) {
            promise(report, after, is);
        } else if (revised && after.undated()) {
            moved.add(words.said(report, "took the date back; until there is a new one, " + is + " still counts"));
        } else if (revised) {
            String how = before.undated() ? "named a date again, " + is : "moved it to " + is;
            moved.add(words.said(report, how + ", " + Words.moved(was, is) + changed(before, after, ", and ")));
        } else if (before.undated() && !after.undated()) {
            moved.add(words.said(report, "named " + is + " as the date again" + changed(before, after, ", and ")));
        } else if (before.withdrawn() && !after.withdrawn() && after.achieved() == null) {
            moved.add(words.said(report, "took it up again for " + is + changed(before, after, ", and ")));
        } else if (!changed(before, after, "").isEmpty()) {
            moved.add(words.said(report, "kept the date, and " + changed(before, after, "")));
        }
    }

    private void promise(ReportedEvent report, Fact fact, LocalDate date) {
        boolean commitment = report.key().kind() == EventKind.COMMITMENT;
        promised.add(words.said(
                report,
                commitment ? "promised " + Words.target(fact.target()) + " by " + date : "planned it for " + date));
        if (report.source() != null) {
            promised.add("Source: " + report.source() + ".");
        }
    }

    private static String changed(Fact before, Fact after, String prefix) {
        return Objects.equals(before.target(), after.target())
                ? ""
                : prefix + "changed the promise to " + Words.target(after.target());
    }
}
