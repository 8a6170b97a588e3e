package io.rollouthub.laws;

/** Where random tests start: a fresh seed each time unless one is asked for, and always told. */
final class Seeds {
    private Seeds() {}

    static long first() {
        String asked = System.getProperty("rollout.seed", "");
        long seed = asked.isBlank() ? System.nanoTime() : Long.parseLong(asked);
        System.out.println("random programmes from -Drollout.seed=" + seed);
        return seed;
    }
}
