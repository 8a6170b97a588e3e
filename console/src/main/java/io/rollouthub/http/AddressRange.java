package io.rollouthub.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin alike, as in {@code 10.0.0.0/8}; with no number behind it one address. Jetty's
 * would look names up, which an address is not to depend on, and have no range begin with an address inside it.
 *
 * @param address a literal's
 * @param prefix how many bits they have in common
 */
public record AddressRange(InetAddress address, int prefix) {
    private static final int IPV6_NETWORK = 8;
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** @throws IllegalArgumentException if the text is none; names are not looked up */
    public static AddressRange of(String text) {
        String[] parts = text.strip().split("/", 2);
        try {
            if (LITERAL.matcher(parts[0]).matches()) {
                InetAddress address = InetAddress.getByName(parts[0]);
                int bits = address.getAddress().length * Byte.SIZE;
                int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
                if (prefix >= 0 && prefix <= bits) {
                    return new AddressRange(address, prefix);
                }
            }
        } catch (UnknownHostException | NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "holds '" + text.strip() + "', which is no address such as 10.0.0.7 or 10.0.0.0/8");
    }

    /** From where a caller comes: from this machine where it is no address of a network. */
    static InetAddress addressOf(@Nullable SocketAddress caller) {
        return caller instanceof InetSocketAddress peer ? peer.getAddress() : InetAddress.getLoopbackAddress();
    }

    /** What all addresses of one caller have in common: of IPv6 whoever has one has a whole network of them. */
    static String networkOf(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, IPV6_NETWORK));
    }

    boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        int rest = mine.length * Byte.SIZE - prefix;
        return mine.length == theirs.length
                && new BigInteger(1, mine).shiftRight(rest).equals(new BigInteger(1, theirs).shiftRight(rest));
    }
}
