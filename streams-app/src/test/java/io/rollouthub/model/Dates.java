package io.rollouthub.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/** Picks the dates of a random programme: near today, seen before, or at an edge of the calendar. */
record Dates(Mood mood, CivilTime time, Memory memory, Chance chance) {
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    /** A date by which so many sites are to be live: mostly far enough ahead for a forecast to say maybe. */
    LocalDate goal(Instant now) {
        return chance.percent(40) ? plan(now) : keep(time.dateAt(now).plusDays(chance.between(10, 300)));
    }

    /** A date to promise for something; now and then the one it has, or one beside it. */
    LocalDate plan(Thing thing, Instant now) {
        LocalDate before = memory.promised.get(thing);
        LocalDate date =
                before != null && chance.percent(25) ? keep(before.plusDays(chance.pick(0, 0, -1, 1, 30))) : plan(now);
        memory.promised.put(thing, date);
        return date;
    }

    private LocalDate plan(Instant now) {
        LocalDate today = time.dateAt(now);
        if (mood == Mood.PROMISES && chance.percent(60)) {
            LocalDate ahead = today.plusDays(chance.between(3, 120));
            return keep(chance.percent(40) ? ahead.withDayOfMonth(15) : ahead);
        }
        LocalDate date =
                switch (chance.weighted(12, 12, mood == Mood.BOUNDARIES ? 40 : 6, 40, 30)) {
                    case 0 -> today.plusDays(chance.between(-1, 1));
                    case 1 -> seen(today);
                    case 2 -> edge(now);
                    case 3 -> seen(today).plusDays(chance.between(-20, 45));
                    default -> today.plusDays(chance.between(-40, 200));
                };
        if (chance.oneIn(400)) {
            date = chance.pick(FIRST, LAST);
        }
        return keep(date);
    }

    /** A date on which something happened, now and then the one that was promised or the day beside it: not after today. */
    LocalDate happened(Thing thing, Instant now) {
        LocalDate promised = memory.promised.get(thing);
        if (promised != null && chance.percent(mood == Mood.PROMISES ? 50 : 20)) {
            LocalDate date = promised.plusDays(chance.pick(0, 0, -1, 1, 12));
            return date.isAfter(time.dateAt(now)) ? happened(now) : keep(date);
        }
        return happened(now);
    }

    /** A date on which anything happened: not after today. */
    LocalDate happened(Instant now) {
        LocalDate today = time.dateAt(now);
        LocalDate date =
                switch (chance.weighted(35, 40, 8, 5, mood == Mood.BOUNDARIES ? 40 : 5)) {
                    case 0 -> today.minusDays(chance.between(0, 2));
                    case 1 -> today.minusDays(chance.between(0, 60));
                    case 2 -> today.minusDays(chance.between(60, 420));
                    case 3 -> seen(today);
                    default -> edge(now);
                };
        remember(date);
        return date.isAfter(today) ? today : date;
    }

    private LocalDate seen(LocalDate otherwise) {
        return memory.dates.isEmpty() ? otherwise : chance.pick(memory.dates);
    }

    private LocalDate remember(LocalDate date) {
        memory.dates.add(date);
        return date;
    }

    private LocalDate keep(LocalDate date) {
        return remember(date.isBefore(FIRST) ? FIRST : date.isAfter(LAST) ? LAST : date);
    }

    /** The end of a month, 29 February, a day on which the clocks change, or a day beside one. */
    private LocalDate edge(Instant now) {
        LocalDate today = time.dateAt(now);
        LocalDate thisMonth = today.withDayOfMonth(1).plusMonths(chance.between(-1, 3));
        List<LocalDate> edges = new ArrayList<>(List.of(thisMonth, thisMonth.minusDays(1), leapDay(today)));
        ZoneId zone = time.zone();
        for (ZoneOffsetTransition change : nullless(
                zone.getRules().previousTransition(now), zone.getRules().nextTransition(now))) {
            LocalDate day = change.getDateTimeBefore().toLocalDate();
            edges.add(day.plusDays(chance.between(-2, 2)));
            edges.add(day);
        }
        return chance.pick(edges);
    }

    private static List<ZoneOffsetTransition> nullless(ZoneOffsetTransition... transitions) {
        List<ZoneOffsetTransition> some = new ArrayList<>();
        for (ZoneOffsetTransition transition : transitions) {
            if (transition != null) {
                some.add(transition);
            }
        }
        return some;
    }

    /** The next 29 February. */
    private static LocalDate leapDay(LocalDate today) {
        Year year = Year.from(today);
        while (!year.isLeap()) {
            year = year.plusYears(1);
        }
        return year.atMonth(2).atEndOfMonth();
    }
}
