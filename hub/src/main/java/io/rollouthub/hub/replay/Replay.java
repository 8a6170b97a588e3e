package io.rollouthub.hub.replay;

import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.entry.Entry;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.journal.JournalFile;
import io.rollouthub.hub.replay.ReplayWriter.Ready;
import io.rollouthub.hub.replay.ReplayWriter.Sent;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.Jump;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Plays files of events through a real broker, a real registry and the real topology, on a simulated clock. */
public final class Replay implements AutoCloseable {
    /** By how much days pass faster before there is anything that can come true or not. */
    private static final int PRELUDE = 10;

    private final ReplayPlan plan;
    private final Progress progress;
    private final Connection hub;
    private final HubSettings settings;
    private final ReplayWriter writer;
    private final Instances instances;
    private final Waiting waiting;
    private int problems;
    private int leftOut;

    /**
     * What it has come to.
     *
     * @param clock the end of its last day
     * @param rejected in the order of the files
     * @param problems how many lines and events could not be replayed
     * @param leftOut how many events and ticks come behind its end
     */
    public record Result(ReadModel model, Instant clock, List<Rejected> rejected, int problems, int leftOut) {}

    /**
     * @param hub a Kafka with nothing in it yet
     */
    public Replay(ReplayPlan plan, Connection hub, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        this.hub = hub;
        this.settings = new HubSettings(
                hub.bootstrapServers(),
                hub.stateDir(),
                Arrival.REPLAY_HEADER,
                ClockSettings.DEFAULT,
                plan.layout(),
                HubSettings.Ledger.DEFAULT,
                hub.kafka());
        this.writer = new ReplayWriter(settings, hub.registry());
        this.instances = new Instances(hub, settings, progress);
        this.waiting = new Waiting(writer, instances, progress);
    }

    /** Replays everything and returns when the last of it has been processed. */
    public Result run() {
        progress.phase("read events");
        JournalFile journal = JournalFile.among(plan.events());
        return journal == null ? runEvents() : runJournal(journal);
    }

    private Result runEvents() {
        List<ReplayEvent> all = ReplayEvent.read(plan.events(), error -> problem(error.message()));
        CivilTime time = new CivilTime(ZoneId.of(plan.programme().getZone()));
        Instant end = end(all.stream().map(ReplayEvent::acceptedAt), time);
        List<ReplayEvent> events =
                all.stream().filter(event -> event.acceptedAt().isBefore(end)).toList();
        leftOut = all.size() - events.size();
        Instant begin = events.isEmpty() ? end : events.get(0).acceptedAt();
        progress.phase("prepare topics and schemas");
        writer.open(plan.programme(), begin);
        if (plan.day() != null) {
            return byDay(events, begin, end, plan.day());
        }
        progress.phase("write events");
        writeAll(events, all.stream().noneMatch(ReplayEvent::isTick), end);
        instances.start(plan.instances(), true);
        progress.phase("process");
        waiting.forAll();
        return results(end);
    }

    /** Its entries have been judged: they go where they were, and the ledger alone works. */
    private Result runJournal(JournalFile file) {
        Programme inForce = file.programme();
        List<Entry> all = file.entries();
        Instant end = end(all.stream().map(Entry::acceptedAt), new CivilTime(ZoneId.of(inForce.getZone())));
        List<Entry> entries = JournalCut.before(end, all);
        leftOut = all.size() - entries.size();
        progress.phase("prepare topics and schemas");
        writer.openJournal(file.withAllSuppliers(), inForce, all.get(0).acceptedAt());
        progress.phase("write events");
        for (int number = 0; number < entries.size(); number++) {
            writer.append(number, entries.get(number));
        }
        Instant last = entries.stream()
                .filter(Entry::isTick)
                .map(Entry::acceptedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Jump.ticks(last, end).forEach(at -> writer.append(entries.size(), new Entry.TickEntry(at)));
        writer.append(entries.size(), new Entry.TickEntry(end));
        writer.flush();
        instances.start(plan.instances(), false);
        progress.phase("process");
        waiting.forLedger();
        return results(end);
    }

    private Result byDay(List<ReplayEvent> events, Instant begin, Instant last, Duration length) {
        instances.start(plan.instances(), true);
        waiting.forStart();
        progress.phase("process day by day");
        CivilTime time = new CivilTime(ZoneId.of(plan.programme().getZone()));
        Watch watch = new Watch(settings, hub.registry(), progress::transition);
        try (watch) {
            watch.start();
            int next = 0;
            boolean promised = false;
            for (LocalDate day = time.dateAt(begin); !time.endOf(day).isAfter(last); day = day.plusDays(1)) {
                Duration pace = promised ? length : length.dividedBy(PRELUDE);
                long end = System.nanoTime() + pace.toNanos();
                Instant midnight = time.endOf(day);
                for (; next < events.size() && events.get(next).acceptedAt().isBefore(midnight); next++) {
                    writeOne(next, events.get(next));
                    promised = promised || events.get(next).isOnMilestone();
                }
                writer.tick(midnight);
                progress.day(day);
                KafkaCalls.waitUntil(end);
            }
            finish(last);
            waiting.forAll();
            return result(watch.finish(), last);
        }
    }

    /**
     * Before the gate starts: then timestamps alone decide the order.
     *
     * @param withTicks whether each event has a tick before it; an exported journal brings its own, as any other could be
     *     ahead of a report that comes behind it there
     */
    private void writeAll(List<ReplayEvent> events, boolean withTicks, Instant end) {
        for (int number = 0; number < events.size(); number++) {
            ReplayEvent event = events.get(number);
            if (event.isTick()) {
                writer.tick(event.acceptedAt());
            } else {
                write(number, event, withTicks);
            }
        }
        finish(end);
    }

    /** The last tick comes twice: the second has every figure worked out afresh. */
    private void finish(Instant end) {
        writer.tick(end);
        writer.tick(end);
        writer.flush();
    }

    private void write(int number, ReplayEvent event, boolean withTick) {
        Ready ready = writer.prepare(number, event, this::problem);
        if (ready != null) {
            if (withTick) {
                writer.tick(event.acceptedAt());
            }
            writer.send(ready);
        }
    }

    /** While the gate runs nothing may be under way beside an event, or it could be overtaken. */
    private void writeOne(int number, ReplayEvent event) {
        Ready ready = writer.prepare(number, event, this::problem);
        if (ready != null) {
            writer.tick(event.acceptedAt());
            waiting.forGate();
            writer.send(ready);
            waiting.forGate();
        }
    }

    private void problem(String message) {
        problems++;
        progress.problem(message);
    }

    /** Where it ends: as planned, or with the day of the last event. */
    private Instant end(Stream<Instant> accepted, CivilTime time) {
        if (plan.end() != null) {
            return plan.end();
        }
        LocalDate until = plan.until() != null
                ? plan.until()
                : accepted.max(Comparator.naturalOrder())
                        .map(time::dateAt)
                        .orElseThrow(() -> new RolloutException(
                                "There is no event in " + plan.events(),
                                "Name a file of events, or a date with --until."));
        return time.endOf(until);
    }

    private Result results(Instant end) {
        progress.phase("read results");
        try (Watch watch = new Watch(settings, hub.registry(), transition -> {})) {
            return result(watch.finish(), end);
        }
    }

    private Result result(ReadModel model, Instant clock) {
        Map<Integer, Rejected> rejected = new TreeMap<>();
        for (Rejected one : model.rejected()) {
            Sent sent = writer.sentAs(one.why());
            if (sent != null) {
                rejected.put(sent.number(), new Rejected(sent.supplier(), one.eventId(), one.why()));
            }
        }
        return new Result(model, clock, List.copyOf(rejected.values()), problems, leftOut);
    }

    @Override
    public void close() {
        instances.close();
        writer.close();
    }
}
