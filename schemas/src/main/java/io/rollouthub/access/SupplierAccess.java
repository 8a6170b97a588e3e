package io.rollouthub.access;

import java.util.List;

/**
 * As whom a supplier comes, and how much the broker takes of each of these.
 *
 * @param bytesPerSecond published
 * @param requestPercentage of a thread of the broker's
 */
public record SupplierAccess(List<String> principals, int bytesPerSecond, int requestPercentage) {
    /** How Kafka's principals begin. */
    public static final String USER = "User:";

    public static final int BYTES_PER_SECOND = 256 * 1024;
    public static final int REQUEST_PERCENTAGE = 25;

    /** Of one of which a programme's file says nothing. */
    public static SupplierAccess usual(String supplier) {
        return new SupplierAccess(List.of(USER + supplier), BYTES_PER_SECOND, REQUEST_PERCENTAGE);
    }
}
