package io.rollouthub.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One report of each type as a JSON line, with nothing wrong in it, to be spoilt by the tests. */
final class Reports {
    /** When the gate's Kafka takes them: an hour after they were made. */
    static final Instant ACCEPTED_AT = Instant.parse("2006-07-31T10:00:00Z");

    static final String GO_LIVE = """
            {"type": "GoLiveEvent", "eventId": "e-1", "reportedAt": "2006-07-31T09:00:00Z", "supplier": "fujitsu", \
            "cluster": "south", "site": "weston", "siteName": "Weston Area Health", "product": "millennium", \
            "release": "R0", "status": "LIVE", "date": "2006-07-29", "source": "Hansard", "replaces": "e-0"}""";

    static final String RELEASE = """
            {"type": "ReleaseEvent", "eventId": "e-2", "reportedAt": "2006-07-31T09:00:00Z", "supplier": "fujitsu", \
            "cluster": "south", "product": "millennium", "release": "R1", "stage": "PLANNED", "date": "2006-12-31"}""";

    static final String MILESTONE = """
            {"type": "MilestoneEvent", "eventId": "e-3", "reportedAt": "2006-07-31T09:00:00Z", "supplier": "fujitsu", \
            "cluster": "south", "milestone": "dozen", "title": "Twelve sites live", "status": "COMMITTED", \
            "date": "2006-10-31", "target": {"type": "GoLiveCount", "count": 12, "product": "millennium"}}""";

    static final String CONTRACT = """
            {"type": "ContractEvent", "eventId": "e-4", "reportedAt": "2006-07-31T09:00:00Z", "supplier": "fujitsu", \
            "cluster": "south", "contract": "south-cerner", "buyer": "fujitsu", "provider": "cerner", \
            "stage": "SIGNED", "date": "2005-09-02", "value": "80000000.00", "currency": "GBP", "termMonths": 120}""";

    private Reports() {}

    /** The line with another value, in JSON, of its first field with this name. */
    static String with(String line, String field, String value) {
        Matcher found =
                Pattern.compile("\"" + field + "\": (\"[^\"]*\"|[^,}\"]+)").matcher(line);
        assertThat(found.find()).as("%s has a field %s", line, field).isTrue();
        return line.substring(0, found.start(1)) + value + line.substring(found.end(1));
    }
}
