package io.rollouthub.domain.ledger;

import io.rollouthub.domain.fact.Rights;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Thresholds;
import java.time.Instant;
import java.time.ZoneId;

/** What holds for all clusters at once: what the programme says about time, thresholds and rights, and the journal's latest tick. */
final class InForce {
    private CivilTime time;
    private Thresholds thresholds;
    private Rights rights;
    private Instant tick;

    InForce(Programme programme, Instant tick) {
        this.time = new CivilTime(ZoneId.of(programme.getZone()));
        this.thresholds = programme.getThresholds();
        this.rights = new Rights(programme);
        this.tick = tick;
    }

    /** Another programme is in force. */
    void adopt(Programme programme) {
        time = new CivilTime(ZoneId.of(programme.getZone()));
        thresholds = programme.getThresholds();
        rights = new Rights(programme);
    }

    /** Time has come to an instant, for every cluster. */
    void reach(Instant instant) {
        tick = instant;
    }

    CivilTime time() {
        return time;
    }

    Thresholds thresholds() {
        return thresholds;
    }

    Rights rights() {
        return rights;
    }

    Instant tick() {
        return tick;
    }
}
