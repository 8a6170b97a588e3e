package io.rollouthub.domain.fact;

import io.rollouthub.check.ProgrammeFormat;
import io.rollouthub.domain.fact.Histories.Admission;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.ReportedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who may report on whose commitments, and how much each supplier may open (semantics 3), as a programme has it. */
public final class Rights {
    private final boolean hold;
    private final int maxFacts;
    private final Map<String, List<String>> mayBeReportedBy = new HashMap<>();

    public Rights(Programme programme) {
        hold = ProgrammeFormat.hasOwners(programme);
        maxFacts = programme.getMaxFacts();
        for (Supplier supplier : programme.getSuppliers()) {
            mayBeReportedBy.put(supplier.getSupplier(), supplier.getMayBeReportedBy());
        }
    }

    /**
     * What becomes of a report that its history has nothing against.
     *
     * @param before the reports on its thing
     * @param opened on how many things of its cluster its supplier's report was the first
     */
    public Admission judge(ReportedEvent report, History before, Openers openers, int opened) {
        if (!hold) {
            return Admission.ACCEPTED;
        }
        if (before.reports().isEmpty()) {
            return opened < maxFacts ? Admission.ACCEPTED : Admission.TOO_MANY_FACTS;
        }
        return report.key().kind() != EventKind.COMMITMENT || mayReport(report.supplier(), openers.of(before))
                ? Admission.ACCEPTED
                : Admission.NOT_OWNER;
    }

    /** On the commitments of one that has left the programme all may report. */
    private boolean mayReport(String supplier, String opener) {
        return supplier.equals(opener)
                || mayBeReportedBy.getOrDefault(opener, List.of(supplier)).contains(supplier);
    }

    public int maxFacts() {
        return maxFacts;
    }
}
