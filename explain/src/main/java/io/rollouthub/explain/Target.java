package io.rollouthub.explain;

import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.ReleaseDelivered;
import io.rollouthub.output.MilestoneState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What has to be true for a milestone to be achieved, and what is lacking, in words. */
final class Target {
    private Target() {}

    /** What a commitment promises: "12 go-lives of millennium"; "it" if only a report can say that it is met. */
    static String of(@Nullable Object target) {
        if (target instanceof GoLiveCount t) {
            return Words.goLives(t.getCount()) + scope(t.getProduct(), t.getRelease(), t.getSince());
        }
        if (target instanceof ReleaseDelivered t) {
            return "the delivery of release " + t.getRelease() + " of " + t.getProduct();
        }
        return target instanceof ContractSigned t ? "the signing of contract " + t.getContract() : "it";
    }

    /** " of millennium R0 from 2006-07-01 on", as far as a count of go-lives is limited. */
    static String scope(@Nullable String product, @Nullable String release, @Nullable LocalDate since) {
        String of = product == null ? release : release == null ? product : product + " " + release;
        return (of == null ? "" : " of " + of) + (since == null ? "" : " from " + since + " on");
    }

    /** "3 of 12 go-lives". */
    static String progress(MilestoneState milestone) {
        return milestone.getProgress() + " of " + Words.goLives(milestone.getCount());
    }

    /**
     * What was lacking: "with 3 of 12 go-lives, 9 short", "and the site was not live".
     *
     * @param was the verb, "was" or "is"
     */
    static String lacking(MilestoneState milestone, String was) {
        if (milestone.getCount() != null) {
            return "with " + progress(milestone) + ", " + Math.max(0, milestone.getCount() - milestone.getProgress())
                    + " short";
        }
        return "and "
                + switch (milestone.getKind()) {
                    case GO_LIVE -> "the site " + was + " not live";
                    case RELEASE -> "the release " + was + " not delivered";
                    case COMMITMENT, UNKNOWN -> {
                        if (milestone.getTargetKind() == null) {
                            yield "it " + was + " not met";
                        }
                        yield switch (milestone.getTargetKind()) {
                            case RELEASE_DELIVERED -> "the release " + was + " not delivered";
                            case CONTRACT_SIGNED -> "the contract " + was + " not signed";
                            case GO_LIVE_COUNT, UNKNOWN -> "it " + was + " not met";
                        };
                    }
                };
    }

    /** A milestone as an item of a list of what is not achieved. */
    static String item(MilestoneState milestone, LocalDate today) {
        return "  due " + milestone.getDue() + (milestone.getDue().isBefore(today) ? ", missed: " : ": ")
                + milestone.getMilestone()
                + (milestone.getTitle() == null || milestone.getTitle().equals(milestone.getMilestone())
                        ? ""
                        : " (" + milestone.getTitle() + ")");
    }
}
