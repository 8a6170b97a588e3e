package io.rollouthub.domain.ledger;

import io.rollouthub.state.Cut;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry of the journal on its way through the ledger, step by step; it can be left within each and gone on with. */
final class EntryAtWork {
    private final Phases phases;
    private final Steps steps;
    private final Runnable end;
    private @Nullable Cut from;
    private final Set<ClusterBook> stepped = new LinkedHashSet<>();
    private @Nullable StepAtWork current;

    /**
     * @param from where another ledger has left its first step; null: at the beginning
     * @param end what is done when all steps are over
     */
    EntryAtWork(Phases phases, Steps steps, @Nullable Cut from, Runnable end) {
        this.phases = phases;
        this.steps = steps;
        this.from = from;
        this.end = end;
    }

    /**
     * Goes on.
     *
     * @param results takes what is told
     * @return whether it is over
     */
    boolean go(Budget budget, List<Result> results) {
        StepAtWork step = current;
        while (true) {
            if (step == null) {
                if (budget.isSpent() && steps.canBePaused()) {
                    return false;
                }
                step = begin(budget, results);
                current = step;
                if (step == null) {
                    end.run();
                    return true;
                }
            }
            if (!step.go(budget, results)) {
                return false;
            }
            ClusterBook book = step.step().book();
            book.settle();
            stepped.add(book);
            step = null;
            current = null;
        }
    }

    private @Nullable StepAtWork begin(Budget budget, List<Result> results) {
        Step next = steps.next();
        if (next == null) {
            return null;
        }
        budget.spend();
        results.addAll(next.first());
        Cut left = from;
        from = null;
        String told = left != null && left.getCluster().equals(next.book().cluster) ? left.getTold() : "";
        return new StepAtWork(phases, next, told);
    }

    /** Whether a step has begun that is not over: until it is, what it touches is judged by nobody else. */
    boolean isWithinStep() {
        return current != null;
    }

    /** Whether the step that has begun is that of a report or a programme: until it is over not all is assessed that it touches. */
    boolean isWithinItself() {
        return current != null && !current.step().isByTime();
    }

    /** Where it has been left; null: between two steps. */
    @Nullable
    Cut cut() {
        if (current == null) {
            return null;
        }
        Step at = current.step();
        return new Cut(at.book().cluster, at.isByTime() ? at.now() : null, current.told());
    }

    /** The clusters that have made steps since this was last asked: their clocks have moved. */
    List<ClusterBook> takeStepped() {
        List<ClusterBook> taken = new ArrayList<>(stepped);
        stepped.clear();
        return taken;
    }
}
