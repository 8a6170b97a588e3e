package io.rollouthub.topology;

/** How many tasks of the ledger a thread has, of each thread for itself: they share its time. */
final class TasksHere {
    private final ThreadLocal<Integer> tasks = ThreadLocal.withInitial(() -> 0);

    /** This thread has one more. */
    void begin() {
        tasks.set(tasks.get() + 1);
    }

    /** One of this thread's is over. */
    void end() {
        tasks.set(tasks.get() - 1);
    }

    /** At least one, whoever asks. */
    int count() {
        return Math.max(1, tasks.get());
    }
}
