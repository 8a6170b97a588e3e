package io.rollouthub.hub.replay;

import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.replay.ReplayWriter.Ready;
import io.rollouthub.hub.replay.ReplayWriter.Sent;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.topology.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.InterruptException;

/** Plays files of events through a real broker, a real registry and the real topology, on a simulated clock. */
public final class Replay implements AutoCloseable {
    /** Between two looks at what has been committed: while the next event waits for it, and at the end. */
    private static final Duration SOON = Duration.ofMillis(5);

    private static final Duration AT_THE_END = Duration.ofMillis(25);

    private final ReplayPlan plan;
    private final Progress progress;
    private final CivilTime time;
    private final Connection hub;
    private final HubSettings settings;
    private final ReplayWriter writer;
    private final List<HubStreams> instances = new ArrayList<>();
    private int problems;

    /**
     * What it has come to.
     *
     * @param clock the end of its last day
     * @param rejected in the order of the files
     * @param problems how many lines and events could not be replayed
     */
    public record Result(ReadModel model, Instant clock, List<Rejected> rejected, int problems) {}

    /**
     * @param hub a Kafka with nothing in it yet
     */
    public Replay(ReplayPlan plan, Connection hub, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        this.time = new CivilTime(ZoneId.of(plan.programme().getZone()));
        this.hub = hub;
        this.settings = new HubSettings(
                hub.bootstrapServers(),
                hub.stateDir(),
                Arrival.REPLAY_HEADER,
                ClockSettings.DEFAULT,
                new HubSettings.Layout(plan.partitions(), 1, (short) 1),
                1,
                hub.kafka());
        this.writer = new ReplayWriter(settings, hub.registry());
    }

    /** Replays everything and returns when the last of it has been processed. */
    public Result run() {
        progress.phase("read events");
        List<ReplayEvent> all = ReplayEvent.read(plan.events(), error -> problem(error.message()));
        LocalDate until = plan.until() != null ? plan.until() : lastDate(all);
        Instant end = time.endOf(until);
        List<ReplayEvent> events =
                all.stream().filter(event -> event.acceptedAt().isBefore(end)).toList();
        Instant begin = events.isEmpty() ? end : events.get(0).acceptedAt();
        progress.phase("prepare topics and schemas");
        writer.open(plan.programme(), begin);
        if (plan.day() != null) {
            return byDay(events, begin, until, plan.day());
        }
        progress.phase("write events");
        writeAll(events, all.stream().noneMatch(ReplayEvent::isTick), end);
        startStreams();
        progress.phase("process");
        awaitAll();
        progress.phase("read results");
        try (Watch watch = new Watch(settings, hub.registry(), transition -> {})) {
            return result(watch.finish(), end);
        }
    }

    private Result byDay(List<ReplayEvent> events, Instant begin, LocalDate until, Duration length) {
        startStreams();
        await(SOON, () -> instances.stream().allMatch(HubStreams::isRunning));
        progress.phase("process day by day");
        Watch watch = new Watch(settings, hub.registry(), progress::transition);
        try (watch) {
            watch.start();
            int next = 0;
            for (LocalDate day = time.dateAt(begin); !day.isAfter(until); day = day.plusDays(1)) {
                long end = System.nanoTime() + length.toNanos();
                Instant midnight = time.endOf(day);
                for (; next < events.size() && events.get(next).acceptedAt().isBefore(midnight); next++) {
                    writeOne(next, events.get(next));
                }
                writer.tick(midnight);
                pass(end);
            }
            finish(time.endOf(until));
            awaitAll();
            return result(watch.finish(), time.endOf(until));
        }
    }

    /** Lets a day pass, or as much of it as is left. */
    private static void pass(long end) {
        while (System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(end - System.nanoTime());
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
            awaitGate();
            writer.send(ready);
            awaitGate();
        }
    }

    private void problem(String message) {
        problems++;
        progress.problem(message);
    }

    private LocalDate lastDate(List<ReplayEvent> events) {
        return events.stream()
                .map(event -> time.dateAt(event.acceptedAt()))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new RolloutException(
                        "There is no event in " + plan.events(), "Name a file of events, or a date with --until."));
    }

    private void startStreams() {
        progress.phase("start streams");
        for (int i = 0; i < plan.instances(); i++) {
            HubStreams instance = HubStreams.start(
                    settings.withStateDir(settings.stateDir().resolve("instance-" + i)),
                    hub.registry(),
                    progress.instances());
            instances.add(instance);
            progress.started(instance);
        }
    }

    private void awaitAll() {
        writer.flush();
        await(AT_THE_END, () -> isDone(writer.leftForGate()));
        await(AT_THE_END, () -> isDone(writer.leftForLedger()));
    }

    private boolean isDone(long left) {
        progress.left(left);
        return left == 0;
    }

    private void awaitGate() {
        writer.flush();
        await(SOON, () -> writer.leftForGate() == 0);
    }

    private void await(Duration poll, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptException("the replay was interrupted");
            }
            instances.forEach(HubStreams::check);
            LockSupport.parkNanos(poll.toNanos());
        }
    }

    private Result result(ReadModel model, Instant clock) {
        Map<Integer, Rejected> rejected = new TreeMap<>();
        for (Rejected one : model.rejected()) {
            Sent sent = writer.sentFrom(one.why().origin());
            if (sent != null) {
                rejected.put(sent.number(), new Rejected(sent.supplier(), one.eventId(), one.why()));
            }
        }
        return new Result(model, clock, List.copyOf(rejected.values()), problems);
    }

    @Override
    public void close() {
        instances.parallelStream().forEach(HubStreams::close);
        writer.close();
    }
}
