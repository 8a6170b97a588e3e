package io.rollouthub.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Programme;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Random programmes are worth comparing on: they reach every case of the rules, many times. */
@Execution(ExecutionMode.CONCURRENT)
class ProgrammesTest {
    private static final int LEAST = 5;
    private static final long MOST = 700;
    private static final int LOOKED_AT = 25; // one state in so many is looked at for what the forecast has reached
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
            "SUPPLIER_SILENT RECOVERED",
            "DUPLICATE_ID",
            "TOO_MANY_REVISIONS",
            "NOT_OWNER",
            "TOO_MANY_FACTS",
            "duplicate",
            "zone refused",
            "ranges broken",
            "at-risk-clear given",
            "at-risk-clear left out",
            "today ahead of the wall",
            "thresholds changed",
            "accepted behind the clock",
            "tick behind the clock");

    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void aFewHundredProgrammesReachEveryKindOfTransitionAndRefusal() {
        for (long seed = 1; seed <= MOST && !cases().allMatch(this::enough); seed++) {
            count(Programmes.random(seed));
        }
        assertThat(cases().filter(name -> !enough(name))).isEmpty();
    }

    private boolean enough(String name) {
        return seen.getOrDefault(name, 0) >= LEAST;
    }

    private static Stream<String> cases() {
        return Stream.concat(CASES.stream(), Reached.CASES.stream());
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
        Set<String> reached = new HashSet<>();
        CivilTime time = new CivilTime(ZoneId.of(random.programme().getZone()));
        Programme inForce = random.programme();
        int entries = 0;
        JournalEntry latest = random.entries().get(0);
        for (JournalEntry entry : random.entries()) {
            int before = model.transitions().size();
            model.apply(entry);
            model.transitions()
                    .subList(before, model.transitions().size())
                    .forEach(transition -> see(name(model, transition, states)));
            boolean behind = entry.getAcceptedAt().isBefore(latest.getAcceptedAt());
            if (entry.getEntry() instanceof Programme next) {
                see(change(inForce, next));
                see("at-risk-clear " + (next.getThresholds().getAtRiskClear() == null ? "left out" : "given"));
                inForce = Model.counts(inForce, next) ? next : inForce;
            } else if (behind) {
                see(entry.getEntry() instanceof Tick ? "tick behind the clock" : "accepted behind the clock");
            }
            latest = behind ? latest : entry;
            if (!time.today(entry.getAcceptedAt()).equals(time.dateAt(entry.getAcceptedAt()))) {
                see("today ahead of the wall");
            }
            entries++;
            if (entries % LOOKED_AT == 0) {
                reached.addAll(Reached.by(model));
            }
        }
        reached.addAll(Reached.by(model));
        reached.forEach(this::see);
        model.refused().forEach(refused -> see(refused.reason()));
        seen.merge("duplicate", model.duplicates(), Integer::sum);
    }

    private static String change(Programme inForce, Programme next) {
        if (!next.getZone().equals(inForce.getZone())) {
            return "zone refused";
        }
        return Model.counts(inForce, next) ? "thresholds changed" : "ranges broken";
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
        Facts facts = model.cluster(transition.cluster()).moment().facts();
        boolean ceased = !byTimer && !facts.milestones().containsKey(subject);
        return kind + " " + transition.resolution() + (ceased ? " ceased" : "");
    }

    private void see(String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
