package io.rollouthub.jsonl;

/** Where random tests begin: at {@code -Drollout.seed}, or anywhere; named when they fail. */
final class Seed {
    private Seed() {}

    static long get() {
        String given = System.getProperty("rollout.seed", "");
        return given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
    }
}
