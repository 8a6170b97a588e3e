package io.rollouthub.runtime;

import io.rollouthub.entry.Entry;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.jsonl.IsoTime;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.topology.LedgerVersion;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The ledger's state is of another version of state and rules; the message says what will change, and what to do. */
public final class OtherStateException extends RolloutException {
    private static final long serialVersionUID = 1;

    /**
     * @param version that the state has
     * @param passedOver the journal's programmes that today's rules pass over
     */
    OtherStateException(long version, List<Entry> passedOver) {
        super(what(version) + named(passedOver), remedy(version, passedOver));
    }

    private static String what(long version) {
        if (version > LedgerVersion.CURRENT) {
            return "The hub's state is of version " + version + ", made by a newer program than this one, which knows"
                    + " version " + LedgerVersion.CURRENT + " and would work out older results.";
        }
        if (version != LedgerVersion.FIRST) {
            return "The hub's state was made by a program that kept less, or has lost a part: what follows from the reports"
                    + " will be worked out anew, and says the same; reports, journal and programme stay.";
        }
        return "The hub's state was made by the rules of release 0.1.0: probabilities, dates and at-risk alerts will be"
                + " worked out anew by forecasts from kept and broken promises, so that at-risk alerts of the past open and"
                + " end otherwise or not at all, and the hub's own record is kept; reports, journal and programme stay.";
    }

    private static String named(List<Entry> passedOver) {
        return passedOver.stream()
                .map(entry -> " The programme accepted at " + IsoTime.print(entry.acceptedAt()) + " will be passed over"
                        + " whole, as its thresholds are out of their ranges or its zone is unknown: "
                        + thresholds(entry) + ".")
                .collect(Collectors.joining());
    }

    private static String thresholds(Entry entry) {
        var programme = Objects.requireNonNull(entry.programme());
        Thresholds given = programme.getThresholds();
        return "at-risk-below " + given.getAtRiskBelow()
                + (given.getAtRiskClear() == null ? "" : ", at-risk-clear " + given.getAtRiskClear())
                + ", slip-days " + given.getSlipDays() + ", slip-count " + given.getSlipCount()
                + ", silent-after-days " + given.getSilentAfterDays() + ", zone " + programme.getZone();
    }

    private static String remedy(long version, List<Entry> passedOver) {
        if (version > LedgerVersion.CURRENT) {
            return "Start the newer program; or run 'rollout reset' to have everything worked out anew by this one.";
        }
        return passedOver.isEmpty()
                ? "Run 'rollout reset', and start again."
                : "To keep such a programme, run 'rollout journal export', mend its line in the file, and 'rollout journal"
                        + " import' it into a new hub; to go on without it, run 'rollout reset'. Then start.";
    }
}
