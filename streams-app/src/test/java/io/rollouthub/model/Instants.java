package io.rollouthub.model;

import io.rollouthub.programme.Programme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/** How time goes by in a random programme, and when its reports were made. */
record Instants(Mood mood, CivilTime time, Memory memory, Chance chance) {
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration NEAR = Duration.ofDays(60);

    /**
     * Where the programme begins: in Apia before the day that never was, in St. John's while clocks went back a minute
     * after midnight, elsewhere in any season.
     */
    Instant start() {
        LocalDate day =
                switch (time.zone().getId()) {
                    case "Pacific/Apia" -> LocalDate.of(2011, 2, 1).plusDays(chance.between(0, 300));
                    case "America/St_Johns" -> LocalDate.of(2005, 1, 1).plusDays(chance.between(0, 2_000));
                    default -> LocalDate.of(2005, 1, 1).plusDays(chance.between(0, 5_000));
                };
        return time.startOf(day)
                .plusMillis(chance.between(0L, Duration.ofDays(1).toMillis()));
    }

    /** The next instant at which something is written to the journal, maybe the same. */
    Instant next(Instant now, Programme programme) {
        if (mood == Mood.FLOOD) {
            return now.plusSeconds(chance.between(0, 20_000));
        }
        Weights.Gaps gaps = Weights.of(mood).gaps();
        if (chance.percent(gaps.edges())) {
            return edge(now, programme);
        }
        if (chance.percent(gaps.farAway())) {
            return now.plus(Duration.ofDays(chance.between(41, 150))).plusMillis(chance.between(0, 9_999_999));
        }
        return switch (chance.weighted(25, 15, 25, gaps.days(), gaps.weeks())) {
            case 0 -> now;
            case 1 -> now.plusSeconds(chance.between(1, 5_400));
            case 2 -> now.plusMillis(chance.between(1, 86_400_000));
            case 3 -> now.plusSeconds(chance.between(86_400, 4 * 86_400));
            default -> now.plusSeconds(chance.between(6 * 86_400, 20 * 86_400));
        };
    }

    /**
     * At, or a millisecond beside, a midnight, a change of the clocks, the same time before it comes again, the end of a
     * date seen before, or the end of a supplier's patience.
     */
    private Instant edge(Instant now, Programme programme) {
        List<Instant> edges = new ArrayList<>();
        edges.add(time.endOf(time.dateAt(now)));
        for (LocalDate date : chance.some(4, memory.dates)) {
            edges.add(time.endOf(date));
        }
        ZoneOffsetTransition change = time.zone().getRules().nextTransition(now);
        if (change != null) {
            edges.add(change.getInstant());
            edges.add(change.getInstant().plusSeconds(chance.between(-4_000, 4_000)));
        }
        int days = programme.getThresholds().getSilentAfterDays();
        memory.lastAcceptedAt.values().forEach(last -> edges.add(last.plus(Duration.ofDays(days))));
        Instant edge = chance.pick(edges).plusMillis(chance.between(-1, 1));
        return edge.isBefore(now) || edge.isAfter(now.plus(NEAR)) ? now : edge;
    }

    /** When a report was accepted that is written now: now, but for a few that come from behind the clock. */
    Instant acceptedAt(Instant now) {
        return chance.percent(4) ? now.minusSeconds(chance.between(1, 50 * 86_400)) : now;
    }

    /** A tick, now and then one that was had before. */
    Instant tick(Instant now) {
        return chance.percent(8) ? now.minusMillis(chance.between(0, 300_000_000)) : now;
    }

    /** When a report was made: just before it was accepted, long before, at most five minutes after. */
    Instant reportedAt(Instant acceptedAt) {
        Instant latest = acceptedAt.plus(AHEAD);
        if (chance.percent(Weights.of(mood).reports().late())) {
            return acceptedAt.minusSeconds(chance.between(3_600, 150 * 86_400));
        }
        return switch (chance.weighted(40, 25, 5, 15)) {
            case 0 -> acceptedAt;
            case 1 -> acceptedAt.minusMillis(chance.between(0, 3_600_000));
            case 2 -> acceptedAt.plusMillis(chance.between(0, 1) * AHEAD.toMillis());
            default -> {
                Instant seen = memory.reportedAts.isEmpty() ? acceptedAt : chance.pick(memory.reportedAts);
                yield seen.isAfter(latest) ? acceptedAt : seen;
            }
        };
    }
}
