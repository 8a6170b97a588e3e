package io.rollouthub.domain.fact;

import io.rollouthub.domain.store.Table;
import java.util.Objects;

/**
 * Which supplier each thing's first accepted report was by, in the journal's order: it has opened it, whatever was reported or
 * replaced since. That is kept of the few things alone on which several report; of all others it is whoever does.
 */
public final class Openers {
    private final Table<String> openers;

    /** @param openers by thing, which nobody else writes */
    public Openers(Table<String> openers) {
        this.openers = openers;
    }

    /** Who has opened a thing, by its reports, of which there is one at least. */
    public String of(History history) {
        String first = history.reports().get(0).supplier();
        return isBy(first, history)
                ? first
                : Objects.requireNonNull(openers.get(history.key().toString()));
    }

    /** A supplier's report has been accepted, behind those that there are. */
    public void add(String supplier, History before) {
        if (!before.reports().isEmpty()) {
            String first = before.reports().get(0).supplier();
            if (!first.equals(supplier) && isBy(first, before)) {
                openers.put(before.key().toString(), first);
            }
        }
    }

    private static boolean isBy(String supplier, History history) {
        return history.reports().stream().allMatch(report -> report.supplier().equals(supplier));
    }
}
