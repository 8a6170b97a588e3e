package io.rollouthub.connect.csv;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has been reported of a site so far, as it is kept in Connect's offsets.
 *
 * @param sheetAt when the sheet was made that reported last
 * @param reportedAt the time of its last report, which no later one may repeat
 */
record SiteState(
        @Nullable LocalDate planned,
        @Nullable LocalDate actual,
        boolean cancelled,
        @Nullable String siteName,
        Instant sheetAt,
        Instant reportedAt) {

    /** Before the first report. */
    static final SiteState NOTHING = new SiteState(null, null, false, null, Instant.MIN, Instant.MIN);

    boolean isNothing() {
        return sheetAt.equals(Instant.MIN);
    }

    static SiteState ofOffset(@Nullable Map<String, String> offset) {
        if (offset == null) {
            return NOTHING;
        }
        return new SiteState(
                date(offset.get("planned")),
                date(offset.get("actual")),
                Boolean.parseBoolean(offset.get("cancelled")),
                offset.get("siteName"),
                Instant.parse(offset.getOrDefault("sheetAt", "")),
                Instant.parse(offset.getOrDefault("reportedAt", "")));
    }

    Map<String, String> toOffset() {
        Map<String, String> offset = new HashMap<>();
        if (planned != null) {
            offset.put("planned", planned.toString());
        }
        if (actual != null) {
            offset.put("actual", actual.toString());
        }
        if (siteName != null) {
            offset.put("siteName", siteName);
        }
        offset.put("cancelled", Boolean.toString(cancelled));
        offset.put("sheetAt", sheetAt.toString());
        offset.put("reportedAt", reportedAt.toString());
        return offset;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
