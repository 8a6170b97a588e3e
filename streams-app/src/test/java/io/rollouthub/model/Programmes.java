package io.rollouthub.model;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.model.EventMaker.Head;
import io.rollouthub.model.Memory.Line;
import io.rollouthub.model.Memory.Sent;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.topic.SupplierTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes random journals that the gate could have written: the programme first, then ticks, events and changed programmes,
 * all from one seed.
 */
public final class Programmes {
    private final Mood mood;
    private final Chance chance;
    private final Names names;
    private final ProgrammeMaker programmes;
    private final Memory memory = new Memory();
    private final Instants instants;
    private final EventIds ids;
    private final EventMaker events;
    private final Repeats repeats;
    private final List<JournalEntry> entries = new ArrayList<>();
    private Programme programme;
    private Instant now;

    private Programmes(Mood mood, Size size, Chance chance) {
        this.mood = mood;
        this.chance = chance;
        names = Names.of(size, chance);
        programmes = new ProgrammeMaker(mood, names, chance);
        programme = programmes.first();
        CivilTime time = new CivilTime(ZoneId.of(programme.getZone()));
        instants = new Instants(mood, time, memory, chance);
        ids = new EventIds(memory, chance);
        Dates dates = new Dates(mood, time, memory, chance);
        events = new EventMaker(mood, dates, new Targets(mood, names, dates, memory, chance), memory, chance);
        repeats = new Repeats(chance);
        now = instants.start();
    }

    /** The random programme of a seed, its mood and size chosen by the seed as well. */
    public static RandomProgramme random(long seed) {
        Chance chance = new Chance(seed);
        Mood mood = Mood.of(chance);
        return random(seed, mood, Size.of(mood, chance), chance);
    }

    /** A short one, of any mood that short ones can have. */
    public static RandomProgramme small(long seed) {
        Chance chance = new Chance(seed);
        Mood mood = Mood.ofSmall(chance);
        return random(seed, mood, Size.small(mood, chance), chance);
    }

    /** The random programme of a seed in a mood and size. */
    public static RandomProgramme random(long seed, Mood mood, Size size) {
        return random(seed, mood, size, new Chance(seed));
    }

    private static RandomProgramme random(long seed, Mood mood, Size size, Chance chance) {
        Programmes writer = new Programmes(mood, size, chance);
        Programme first = writer.programme;
        writer.write(size.entries());
        return new RandomProgramme(seed, mood, size, first, List.copyOf(writer.entries));
    }

    private void write(int most) {
        entries.add(new JournalEntry(now, null, programme));
        while (entries.size() < most - 1) {
            now = instants.next(now, programme);
            if (chance.percent(mood == Mood.FLOOD ? 5 : 33)) {
                entries.add(new JournalEntry(instants.tick(now), null, new Tick()));
            } else if (chance.percent(2)) {
                change();
            } else if (chance.percent(Weights.of(mood).reports().again()) && !memory.sent.isEmpty()) {
                again(chance.pick(memory.sent));
            } else {
                report();
            }
        }
        now = now.plus(Duration.ofDays(chance.between(0, 90)));
        entries.add(new JournalEntry(now, null, new Tick()));
    }

    /** What is passed over whole leaves the programme as it was. */
    private void change() {
        Programme changed = programmes.changed(programme);
        entries.add(new JournalEntry(now, null, changed));
        if (Model.counts(programme, changed)) {
            programme = changed;
        }
    }

    private void report() {
        Supplier supplier = chance.pick(programme.getSuppliers());
        Thing thing = names.thing(mood, chance.pick(supplier.getClusters()), chance);
        Line line = new Line(supplier.getSupplier(), thing);
        report(line, ids.next(line));
    }

    private void report(Line line, String eventId) {
        Instant acceptedAt = instants.acceptedAt(now);
        boolean corrects = chance.percent(Weights.of(mood).reports().replaces());
        String replaces = corrects ? ids.replaced(line, eventId) : null;
        Head head = new Head(line.supplier(), eventId, instants.reportedAt(acceptedAt), acceptedAt, replaces);
        write(new Sent(line, eventId, events.event(line.thing(), head)), acceptedAt);
    }

    /** An id that comes again: with the same content, with quite another, or with another citation alone. */
    private void again(Sent before) {
        Object event = before.event();
        switch (chance.weighted(60, 25, 15)) {
            case 0 -> write(new Sent(before.line(), before.eventId(), repeats.same(event)), instants.acceptedAt(now));
            case 1 -> report(before.line(), before.eventId());
            default ->
                write(new Sent(before.line(), before.eventId(), repeats.elsewhere(event)), instants.acceptedAt(now));
        }
    }

    /** Writes an event if the gate lets it pass (one that comes again may not report there any more, or lie ahead). */
    private void write(Sent sent, Instant acceptedAt) {
        String reason = new Gate(programme).refuses(sent.event(), acceptedAt);
        if (reason == null) {
            Origin origin = new Origin(SupplierTopics.in(sent.line().supplier()), 0, (long) entries.size());
            entries.add(new JournalEntry(acceptedAt, origin, sent.event()));
            memory.remember(sent, Report.of(sent.event(), acceptedAt).reportedAt(), acceptedAt);
        }
    }
}
