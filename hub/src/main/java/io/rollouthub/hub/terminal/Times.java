package io.rollouthub.hub.terminal;

import io.rollouthub.jsonl.IsoTime;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.reader.ReadModel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How instants are written for people: in the programme's zone with its name, or as they are.
 *
 * @param zone null: as instants, such as 2006-08-31T23:00:00Z
 */
public record Times(@Nullable ZoneId zone) {
    /** For programs, and for people who asked for it. */
    public static final Times UTC = new Times(null);

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", Locale.ENGLISH);
    private static final Pattern INSTANT = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z");

    /** In the zone that results tell of; as instants if nothing is reported yet. */
    static Times of(ReadModel model) {
        return model.clusters().values().stream()
                .map(ClusterStatus::getZone)
                .findFirst()
                .map(zone -> new Times(ZoneId.of(zone)))
                .orElse(UTC);
    }

    /** Such as {@code 2006-09-01 00:00 BST}. */
    public String print(Instant instant) {
        return zone == null ? IsoTime.print(instant) : FORM.format(instant.atZone(zone));
    }

    /** A sentence of the hub's with its instants written so. */
    public String sentence(String text) {
        return INSTANT.matcher(text).replaceAll(found -> print(Instant.parse(found.group())));
    }
}
