package io.rollouthub.domain.ledger;

import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Thresholds;
import java.time.ZoneId;

/** What the programme in force says about time and thresholds. */
record Rules(CivilTime time, Thresholds thresholds) {

    static Rules of(Programme programme) {
        return new Rules(new CivilTime(ZoneId.of(programme.getZone())), programme.getThresholds());
    }
}
