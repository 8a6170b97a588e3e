package io.rollouthub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WrongPasswordsTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final WrongPasswords book = new WrongPasswords();

    @Test
    void eachDoublesTheWaitUpToAMinute() throws Exception {
        InetAddress one = InetAddress.getByName("10.0.0.7");
        for (int seconds : new int[] {0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            book.wrong(one, NOON);
            assertThat(book.pause(one, NOON)).isEqualTo(Duration.ofSeconds(seconds));
        }
        assertThat(book.pause(one, NOON.plusSeconds(60))).isZero();
        assertThat(book.pause(InetAddress.getByName("10.0.0.8"), NOON)).isZero();
        assertThat(book.wrong(one, NOON.plus(Duration.ofMinutes(17))).wrong()).isEqualTo(1);
    }

    @Test
    void aThousandGuessesTakeHours() throws Exception {
        InetAddress one = InetAddress.getByName("10.0.0.7");
        Instant now = NOON;
        for (int i = 0; i < 1_000; i++) {
            now = now.plus(book.pause(one, now));
            book.wrong(one, now);
        }
        assertThat(Duration.between(NOON, now)).isGreaterThan(Duration.ofHours(16));
    }

    @Test
    void aNetworkOfIpv6IsOneCaller() throws Exception {
        for (int i = 1; i <= 3; i++) {
            book.wrong(InetAddress.getByName("2001:db8:0:1::" + i), NOON);
        }
        assertThat(book.pause(InetAddress.getByName("2001:db8:0:1:ffff::1"), NOON))
                .isPositive();
        assertThat(book.pause(InetAddress.getByName("2001:db8:0:2::1"), NOON)).isZero();
    }

    @Test
    void asManyAddressesAsThereAreTakeNoMoreMemory() throws UnknownHostException {
        for (int i = 0; i < 3 * WrongPasswords.MOST_ADDRESSES; i++) {
            book.wrong(InetAddress.getByAddress(new byte[] {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i}), NOON);
        }
        assertThat(book.size()).isEqualTo(WrongPasswords.MOST_ADDRESSES);
    }
}
