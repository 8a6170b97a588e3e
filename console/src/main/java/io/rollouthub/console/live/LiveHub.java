package io.rollouthub.console.live;

import io.rollouthub.explain.JournalStories;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.Follower;
import io.rollouthub.reader.Reach.Problem;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A hub as its topics show it, for as long as it is looked at; no call reaches the hub itself. */
public final class LiveHub implements AutoCloseable {
    private final Connection hub;
    private final Outlook outlook;
    private final PendingNotices notices = new PendingNotices();
    private final Follower<Board, ?> results;
    private final Follower<LiveJournal, ?> journal;
    private final Observer observer;
    private volatile Sighting sighting = Sighting.NONE;

    /** What is known of a hub beforehand: whether a replay drives its clock, and how it ticks otherwise. */
    public record Outlook(boolean simulated, ClockSettings clock) {}

    /** How far reading is. */
    public enum State {
        /** For the first time. */
        READING,
        LIVE,
        /** Nothing new can be read; what was last known is there. */
        LOST
    }

    private LiveHub(Connection hub, Outlook outlook) {
        this.hub = hub;
        this.outlook = outlook;
        results = new Follower<>(
                "console-results", hub, new ResultsSource(hub.registry(), notices), notices::connectionChanged);
        journal = new Follower<>(
                "console-journal", hub, new LiveJournal.Source(hub, notices), notices::connectionChanged);
        observer = new Observer(hub, this::see, () -> journal.current() == null);
    }

    /** Begins to read; returns at once. */
    public static LiveHub follow(Connection hub, Outlook outlook) {
        LiveHub live = new LiveHub(hub, outlook);
        live.results.start();
        live.journal.start();
        live.observer.start();
        return live;
    }

    private void see(Sighting next) {
        boolean changed = (next.problem() == null) != (sighting.problem() == null);
        sighting = next;
        if (changed) {
            notices.connectionChanged();
        }
    }

    /** How everything stands; null as long as it has not been read. */
    public @Nullable Board board() {
        return results.current();
    }

    /**
     * Looks at what the journal tells of a cluster while it does not change; at nothing as long as it has not been read. Null
     * if the cluster's reports are not {@linkplain #hold held}.
     */
    public <T> @Nullable T stories(String cluster, Function<JournalStories, T> look) {
        LiveJournal read = journal.current();
        return read == null ? look.apply(new JournalStories()) : read.reports().look(cluster, look);
    }

    /** Sees that the reports on a cluster are held; those that were let go are read again from Kafka. */
    public void hold(String cluster) {
        LiveJournal read = journal.current();
        if (read != null) {
            read.reports().hold(cluster, new JournalAgain(hub));
        }
    }

    public PendingNotices notices() {
        return notices;
    }

    /** What Kafka told last. */
    public Sighting sighting() {
        return sighting;
    }

    public Connection connection() {
        return hub;
    }

    public Outlook outlook() {
        return outlook;
    }

    /** The hub clock: the latest instant that is known; null if none is. */
    public @Nullable Instant tick() {
        LiveJournal read = journal.current();
        return read == null ? sighting.tick() : read.clock();
    }

    /** How many ticks of the journal have been read. */
    public long ticks() {
        LiveJournal read = journal.current();
        return read == null ? 0 : read.ticks();
    }

    public long records() {
        return results.records() + journal.records();
    }

    /** When the last one was read, by this machine's clock; null if there was none. */
    public @Nullable Instant lastRecordAt() {
        Instant result = results.lastRecordAt();
        Instant entry = journal.lastRecordAt();
        return result == null || (entry != null && entry.isAfter(result)) ? entry : result;
    }

    public State state() {
        return state(results);
    }

    public State journalState() {
        return state(journal);
    }

    private State state(Follower<?, ?> follower) {
        return problem(follower) != null ? State.LOST : follower.current() == null ? State.READING : State.LIVE;
    }

    /** What keeps it from reading on; null if nothing does. */
    public @Nullable String problem() {
        return problem(results);
    }

    private @Nullable String problem(Follower<?, ?> follower) {
        Problem kafka = sighting.problem();
        return kafka != null ? kafka.what() : follower.problem();
    }

    @Override
    public void close() {
        observer.close();
        results.close();
        journal.close();
    }
}
