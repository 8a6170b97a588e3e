package io.rollouthub.http;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each address has shown a wrong password lately, and how long it has to wait for that. Jetty's handlers against
 * floods count all requests alike, and those of a page are many.
 */
final class WrongPasswords {
    static final int MOST_ADDRESSES = 10_000;

    /** People mistype. */
    private static final int FREE = 2;

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 6;

    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** Wrong ones in a row, and when the next is looked at. */
    record Tries(int wrong, Instant next) {}

    /** How long nothing that an address shows is looked at any more, be it right or wrong. */
    synchronized Duration pause(InetAddress address, Instant now) {
        Tries so = tries.get(AddressRange.networkOf(address));
        return so == null || !so.next().isAfter(now) ? Duration.ZERO : Duration.between(now, so.next());
    }

    /** Notes a wrong one. */
    synchronized Tries wrong(InetAddress address, Instant now) {
        return tries.compute(AddressRange.networkOf(address), (key, before) -> {
            boolean anew = before == null || before.next().plus(FORGOTTEN).isBefore(now);
            int wrong = anew ? 1 : before.wrong() + 1;
            return new Tries(wrong, now.plus(delay(wrong)));
        });
    }

    /** Forgets an address that has shown the right one. */
    synchronized void right(InetAddress address) {
        tries.remove(AddressRange.networkOf(address));
    }

    synchronized int size() {
        return tries.size();
    }

    /** 1, 2, 4, … seconds, from the third on. */
    private static Duration delay(int wrong) {
        if (wrong <= FREE) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(MOST_DOUBLINGS, wrong - FREE - 1));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
