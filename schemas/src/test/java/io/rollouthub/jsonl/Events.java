package io.rollouthub.jsonl;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseDelivered;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.event.ReleaseStage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Events as JSON lines to be spoilt by the tests, and random ones, good and bad, that a line can hold. */
final class Events {
    static final String GO_LIVE = """
            {"type": "GoLiveEvent", "eventId": "e-1", "reportedAt": "2006-07-31T09:00:00Z", "supplier": "fujitsu", \
            "cluster": "south", "site": "weston", "siteName": "Weston Area Health", "product": "millennium", \
            "release": "R0", "status": "LIVE", "date": "2006-07-29", "source": "Hansard", "replaces": "e-0"}""";

    /** What {@link #GO_LIVE} says. */
    static final GoLiveEvent GO_LIVE_EVENT = new GoLiveEvent(
            "e-1",
            Instant.parse("2006-07-31T09:00:00Z"),
            "fujitsu",
            "south",
            "weston",
            "Weston Area Health",
            "millennium",
            "R0",
            GoLiveStatus.LIVE,
            LocalDate.of(2006, 7, 29),
            "Hansard",
            "e-0");

    static final String MILESTONE = """
            {"type": "MilestoneEvent", "eventId": "m-1", "reportedAt": "2006-06-30T09:00:00Z", "supplier": "fujitsu", \
            "cluster": "south", "milestone": "dozen", "title": "Twelve", "status": "COMMITTED", \
            "date": "2006-10-31", "target": {"type": "GoLiveCount", "count": 12, "product": "millennium"}}""";

    static final String CONTRACT = """
            {"type": "ContractEvent", "eventId": "c-1", "reportedAt": "2003-12-31T09:00:00Z", "supplier": "bt", \
            "cluster": "london", "contract": "london-lsp", "buyer": "nhs-cfh", "provider": "bt", \
            "stage": "SIGNED", "date": "2003-12-31", "value": "996000000.00", "currency": "GBP", "termMonths": 120}""";

    private static final String[] SNIPPETS = {
        "a", "Z", "9", ".", "-", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u0000", "\u001f", "\u007f", "é", "\u2028",
        "\uFEFF", "東", "😀", "null", "{", "}", "\u00a0"
    };

    private final Random random;

    Events(long seed) {
        this.random = new Random(seed);
    }

    SpecificRecord next() {
        return switch (random.nextInt(4)) {
            case 0 ->
                new GoLiveEvent(
                        text(),
                        instant(),
                        text(),
                        text(),
                        text(),
                        orNull(text()),
                        text(),
                        text(),
                        oneOf(GoLiveStatus.values()),
                        orNull(date()),
                        orNull(text()),
                        orNull(text()));
            case 1 ->
                new ReleaseEvent(
                        text(),
                        instant(),
                        text(),
                        text(),
                        text(),
                        text(),
                        oneOf(ReleaseStage.values()),
                        orNull(date()),
                        orNull(text()),
                        orNull(text()));
            case 2 ->
                new MilestoneEvent(
                        text(),
                        instant(),
                        text(),
                        text(),
                        text(),
                        text(),
                        oneOf(MilestoneStatus.values()),
                        orNull(date()),
                        orNull(target()),
                        orNull(text()),
                        orNull(text()));
            default ->
                new ContractEvent(
                        text(),
                        instant(),
                        text(),
                        text(),
                        text(),
                        text(),
                        text(),
                        oneOf(ContractStage.values()),
                        orNull(date()),
                        orNull(value()),
                        orNull(text()),
                        orNull(random.nextInt()),
                        orNull(text()),
                        orNull(text()));
        };
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(SNIPPETS[random.nextInt(SNIPPETS.length)]);
        }
        return text.toString();
    }

    /** A whole second in half of the cases, any millisecond in the others. */
    Instant instant() {
        long second = random.nextLong(
                Instant.parse("0000-01-01T00:00:00Z").getEpochSecond(),
                Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());
        return Instant.ofEpochSecond(second).plusMillis(random.nextBoolean() ? 0 : random.nextInt(1_000));
    }

    private LocalDate date() {
        return LocalDate.of(random.nextInt(10_000), 1, 1).plusDays(random.nextInt(365));
    }

    private BigDecimal value() {
        long unscaled = random.nextLong(-999_999_999_999_999_999L, 1_000_000_000_000_000_000L);
        return new BigDecimal(BigInteger.valueOf(unscaled >> random.nextInt(64)), 2);
    }

    private SpecificRecord target() {
        return switch (random.nextInt(3)) {
            case 0 -> new GoLiveCount(random.nextInt(), orNull(date()), orNull(text()), orNull(text()));
            case 1 -> new ReleaseDelivered(text(), text());
            default -> new ContractSigned(text());
        };
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    <T> @Nullable T orNull(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
