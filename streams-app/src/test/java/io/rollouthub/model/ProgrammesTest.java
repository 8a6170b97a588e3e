package io.rollouthub.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Programme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Random programmes are worth comparing on: they reach every case of the rules, many times. */
@Execution(ExecutionMode.CONCURRENT)
class ProgrammesTest {
    private static final int LEAST = 5;
    private static final List<String> CASES = List.of(
            "MILESTONE_MISSED OPEN",
            "MILESTONE_MISSED OPEN again",
            "MILESTONE_MISSED MET_LATE",
            "MILESTONE_MISSED REPORTED_LATE",
            "MILESTONE_MISSED REPLANNED",
            "MILESTONE_MISSED WITHDRAWN",
            "MILESTONE_MISSED REPORTED_LATE ceased",
            "MILESTONE_MISSED WITHDRAWN ceased",
            "MILESTONE_AT_RISK OPEN",
            "MILESTONE_AT_RISK MET",
            "MILESTONE_AT_RISK ESCALATED",
            "MILESTONE_AT_RISK WITHDRAWN",
            "MILESTONE_AT_RISK RECOVERED",
            "MILESTONE_AT_RISK MET ceased",
            "MILESTONE_AT_RISK WITHDRAWN ceased",
            "DATE_SLIPPING OPEN",
            "DATE_SLIPPING MET",
            "DATE_SLIPPING MET_LATE",
            "DATE_SLIPPING WITHDRAWN",
            "DATE_SLIPPING RECOVERED",
            "DATE_SLIPPING MET ceased",
            "DATE_SLIPPING WITHDRAWN ceased",
            "SUPPLIER_SILENT OPEN",
            "SUPPLIER_SILENT REPORTED",
            "SUPPLIER_SILENT NOTHING_DUE",
            "DUPLICATE_ID",
            "TOO_MANY_REVISIONS",
            "duplicate",
            "zone refused",
            "thresholds changed",
            "accepted behind the clock",
            "tick behind the clock");

    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void aFewHundredProgrammesReachEveryKindOfTransitionAndRefusal() {
        for (long seed = 1; seed <= 700; seed++) {
            count(Programmes.random(seed));
        }
        assertThat(CASES).allSatisfy(name -> assertThat(seen)
                .hasEntrySatisfying(name, times -> assertThat(times).isGreaterThanOrEqualTo(LEAST)));
    }

    @Test
    void everyEventIsOneThatTheGateAccepts() {
        for (long seed = 1; seed <= 300; seed++) {
            RandomProgramme random = Programmes.random(seed);
            Programme inForce = random.programme();
            for (JournalEntry entry : random.entries()) {
                if (entry.getEntry() instanceof Programme next) {
                    inForce = Model.counts(inForce, next) ? next : inForce;
                } else if (!(entry.getEntry() instanceof Tick)) {
                    assertThat(new Gate(inForce).refuses(entry.getEntry(), entry.getAcceptedAt()))
                            .as("%s: %s", random, entry)
                            .isNull();
                }
            }
        }
    }

    private void count(RandomProgramme random) {
        Model model = new Model();
        Map<String, String> states = new HashMap<>();
        JournalEntry latest = random.entries().get(0);
        for (JournalEntry entry : random.entries()) {
            int before = model.transitions().size();
            model.apply(entry);
            model.transitions()
                    .subList(before, model.transitions().size())
                    .forEach(transition -> see(name(model, transition, states)));
            boolean behind = entry.getAcceptedAt().isBefore(latest.getAcceptedAt());
            if (entry.getEntry() instanceof Programme next) {
                boolean refused = !next.getZone().equals(random.programme().getZone());
                see(refused ? "zone refused" : "thresholds changed");
            } else if (behind) {
                see(entry.getEntry() instanceof Tick ? "tick behind the clock" : "accepted behind the clock");
            }
            latest = behind ? latest : entry;
        }
        model.refused().forEach(refused -> see(refused.reason()));
        seen.merge("duplicate", model.duplicates(), Integer::sum);
    }

    private static String name(Model model, TransitionView transition, Map<String, String> states) {
        String kind = AlertLaws.kind(transition.alertId());
        String before = states.put(transition.alertId(), transition.state());
        if (transition.resolution() == null) {
            return kind + (transition.state().equals(before) ? " OPEN again" : " OPEN");
        }
        String subject = transition.alertId().substring((transition.cluster() + "/" + kind + "/").length());
        boolean byTimer =
                kind.equals("SUPPLIER_SILENT") || transition.resolution().equals("ESCALATED");
        boolean ceased = !byTimer && !model.milestones().containsKey(transition.cluster() + "/" + subject);
        return kind + " " + transition.resolution() + (ceased ? " ceased" : "");
    }

    private void see(String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
