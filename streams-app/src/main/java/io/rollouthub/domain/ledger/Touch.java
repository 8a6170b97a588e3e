package io.rollouthub.domain.ledger;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.forecast.Forecasts;
import io.rollouthub.domain.golive.GoLive;
import io.rollouthub.domain.ledger.Step.What;
import io.rollouthub.domain.ledger.Timers.Kind;
import io.rollouthub.domain.ledger.Timers.Timer;
import io.rollouthub.domain.milestone.CommitmentIndex;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.report.ClusterKeys;
import io.rollouthub.report.CommitmentTarget;
import io.rollouthub.report.CommitmentTarget.Count;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.MilestoneKey;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds all that a step may move, without a look at the rest; the indexes by which it is found follow the facts. */
final class Touch {
    private final DerivedTables memory;
    private final Agenda agenda;
    private final CommitmentIndex commitments;
    private final Forecasts forecasts;

    Touch(DerivedTables memory, Agenda agenda, CommitmentIndex commitments, Forecasts forecasts) {
        this.memory = memory;
        this.agenda = agenda;
        this.commitments = commitments;
        this.forecasts = forecasts;
    }

    /** What an accepted report may move. */
    Step byReport(ClusterBook book, Accepted accepted) {
        ReportedEvent report = accepted.report();
        Step step = new Step(book, What.ENTRY, report);
        step.first().addAll(accepted.results());
        Instant heard = book.supplier(report.supplier()).lastAcceptedAt();
        count(book, report);
        book.supplier(report.supplier()).accept(report.eventId(), accepted.acceptedAt());
        agenda.moveSilence(book, report.supplier(), heard, book.thresholds().getSilentAfterDays());
        if (book.accepted == 1) {
            agenda.review(book);
        }
        step.suppliers().add(report.supplier());
        step.milestones().addAll(move(book, accepted.before(), accepted.after()));
        book.figures.counts.ask();
        if (report.key().kind() != EventKind.CONTRACT) {
            step.milestones().add(report.key().milestone());
        }
        return step;
    }

    /** Counts an accepted report, whatever it says. */
    static void count(ClusterBook book, ReportedEvent report) {
        book.accepted++;
        book.observe(report.reportedAt());
    }

    /**
     * The reports on a thing have changed: what is counted and indexed of it follows.
     *
     * @return the milestones that are no longer sure to stand as they did, but for the thing's own
     */
    Collection<String> move(ClusterBook book, History before, History after) {
        FactKey key = after.key();
        moveUnknown(book, before, after);
        if (key.kind() == EventKind.CONTRACT) {
            return commitments.waitingForContract(book.cluster, key.id());
        }
        boolean isPromise = key.kind() != EventKind.COMMITMENT;
        boolean isCountedOtherwise = isPromise && forecasts.move(before, after, book.time());
        if (isCountedOtherwise || !before.fold().equals(after.fold())) {
            book.figures.own(new MilestoneKey(book.cluster, key.milestone())
                    .toString()); // a plan that is confirmed says nothing new
        }
        return switch (key.kind()) {
            case GO_LIVE -> moveGoLive(book, key, before.fold(), after.fold());
            case RELEASE -> commitments.waitingForRelease(book.cluster, key.product(), key.release());
            case COMMITMENT, CONTRACT -> {
                moveTarget(book, key.milestone(), targetOf(before.fold()), targetOf(after.fold()));
                yield List.of();
            }
        };
    }

    /** Counts by supplier the reports that replace one that is not known. */
    private static void moveUnknown(ClusterBook book, History before, History after) {
        before.replacingUnknown()
                .forEach(report -> book.supplier(report.supplier()).replaceUnknown(-1));
        after.replacingUnknown()
                .forEach(report -> book.supplier(report.supplier()).replaceUnknown(1));
    }

    /** Moves a site's go-live and plan in the figures; touches the commitments whose count it fulfils, or does no more. */
    private static Collection<String> moveGoLive(ClusterBook book, FactKey key, Fact before, Fact after) {
        SortedSet<String> touched = new TreeSet<>();
        GoLive was = GoLive.of(before, key);
        GoLive is = GoLive.of(after, key);
        if (!Objects.equals(was, is)) {
            if (was != null) {
                book.rates.count(was, -1);
                touched.addAll(book.goLives.adjust(was, -1));
            }
            if (is != null) {
                book.rates.count(is, 1);
                touched.addAll(book.goLives.adjust(is, 1));
            }
        }
        book.rates.count(before, -1);
        book.rates.count(after, 1);
        return touched;
    }

    private void moveTarget(
            ClusterBook book, String milestone, @Nullable CommitmentTarget before, @Nullable CommitmentTarget after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Count count) {
            book.goLives.leave(milestone, count);
        } else {
            commitments.remove(book.cluster, milestone, before);
        }
        if (after instanceof Count count) {
            book.goLives.follow(milestone, count);
        } else {
            commitments.add(book.cluster, milestone, after);
        }
    }

    /** What the timers are set on that are due at a cluster's clock. */
    Step byTimers(ClusterBook book, List<Timer> due) {
        boolean isReview = due.stream().anyMatch(timer -> timer.kind() == Kind.REVIEW);
        Step step = new Step(book, isReview ? What.REVIEW : What.TIME, null);
        for (Timer timer : due) {
            switch (timer.kind()) {
                case DUE -> step.milestones().add(timer.subject());
                case SILENT -> step.suppliers().add(timer.subject());
                case REVIEW -> {
                    step.milestones().addAll(commitments.reviewed(book.cluster));
                    agenda.review(book);
                    book.figures.reviewed();
                }
            }
        }
        return step;
    }

    /** All that an accepted report may have moved, where that is not known any more. */
    Step byReportAgain(ClusterBook book, ReportedEvent report) {
        Step step = new Step(book, What.ENTRY_RESUMED, report);
        milestones(book)
                .filter(milestone -> milestone.getKind() == MilestoneKind.COMMITMENT)
                .forEach(milestone -> step.milestones().add(milestone.getMilestone()));
        if (report.key().kind() != EventKind.CONTRACT) {
            step.milestones().add(report.key().milestone());
        }
        for (SupplierBook supplier : book.suppliers()) {
            supplier.unsure();
            step.suppliers().add(supplier.name());
        }
        return step;
    }

    /** Numbers that have moved since they were last told: the progress of counts, of so many at most. */
    static Step byNumbers(ClusterBook book, int most) {
        Step step = new Step(book, What.NUMBERS, null);
        book.figures.takeProgressed(most).forEach(step.milestones()::add);
        return step;
    }

    /** Everything in a cluster: other thresholds are in force than before. */
    Step byThresholds(ClusterBook book, Thresholds before) {
        Step step = new Step(book, What.ENTRY, null);
        milestones(book).forEach(milestone -> step.milestones().add(milestone.getMilestone()));
        for (SupplierBook supplier : book.suppliers()) {
            agenda.moveSilence(book, supplier.name(), supplier.lastAcceptedAt(), before.getSilentAfterDays());
            step.suppliers().add(supplier.name());
        }
        return step;
    }

    private Stream<MilestoneState> milestones(ClusterBook book) {
        return memory.milestones().under(ClusterKeys.path(book.cluster)).stream()
                .map(Map.Entry::getValue);
    }

    private static @Nullable CommitmentTarget targetOf(Fact fact) {
        return fact.due() == null ? null : fact.target();
    }
}
