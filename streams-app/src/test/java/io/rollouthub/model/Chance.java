package io.rollouthub.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;

/** All chance of a random programme, from its seed. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** Both ends included. */
    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    /** True that often in a hundred. */
    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    double fraction() {
        return random.nextDouble();
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T pick(T first, T... others) {
        int i = random.nextInt(others.length + 1);
        return i == 0 ? first : others[i - 1];
    }

    /** An index, each as likely as its weight. */
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = random.nextInt(sum);
        int i = 0;
        while (left >= weights[i]) {
            left -= weights[i];
            i++;
        }
        return i;
    }

    /** That many of the choices, in random order. */
    <T> List<T> some(int n, Collection<T> choices) {
        List<T> left = new ArrayList<>(choices);
        List<T> some = new ArrayList<>();
        while (some.size() < n && !left.isEmpty()) {
            some.add(left.remove(random.nextInt(left.size())));
        }
        return some;
    }
}
