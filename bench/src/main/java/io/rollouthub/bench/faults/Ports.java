package io.rollouthub.bench.faults;

import io.rollouthub.embedded.Loopback;
import java.util.Random;

/**
 * Free ports of this machine, below those that a system gives to outgoing connections: a process that is away for a while must not
 * find its port taken by one of these.
 */
final class Ports {
    private static final int FIRST = 10_000;
    private static final int RANGE = 20_000;

    private int next = FIRST + new Random().nextInt(RANGE);

    /** One that nobody listens at, another one each time. */
    int next() {
        int port = Loopback.freeFrom(next);
        next = port + 1;
        return port;
    }
}
