package io.rollouthub.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    private static SpecificRecord read(String line) throws BadLineException {
        return EventLines.event(1, JsonLines.tree(line)).event();
    }

    private static String complaint(String line) {
        try {
            return "none, but read as " + read(line);
        } catch (BadLineException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void aLineIsAnEventWithAllItsFields() throws BadLineException {
        assertThat(read(Events.GO_LIVE)).isEqualTo(Events.GO_LIVE_EVENT);
    }

    @Test
    void fieldsThatMayBeNullMayBeLeftOut() throws BadLineException {
        String nulls = Events.GO_LIVE.replaceAll("\"(siteName|date|source|replaces)\": \"[^\"]*\"", "\"$1\": null");
        String absent = nulls.replaceAll(", \"\\w+\": null", "");
        GoLiveEvent bare = GoLiveEvent.newBuilder(Events.GO_LIVE_EVENT)
                .clearSiteName()
                .clearDate()
                .clearSource()
                .clearReplaces()
                .build();

        assertThat(absent).doesNotContain("siteName", "replaces");
        assertThat(read(nulls)).isEqualTo(bare);
        assertThat(read(absent)).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "weston"                   | 7                | site: expected a string, found a number
            "weston"                   | true             | site: expected a string, found a boolean
            "weston"                   | ["weston"]       | site: expected a string, found an array
            "weston"                   | null             | site: must not be null
            , "site": "weston"         | ``               | site: missing
            "site": "weston"           | "sight": "w"     | sight: unknown field of a GoLiveEvent
            "site": "weston"           | "a b": "w"       | "a b": unknown field of a GoLiveEvent
            "weston"                   | "w", "site": "x" | not JSON at column 143: Duplicate field 'site'
            "weston"                   | "\\ud83d"        | site: half of a surrogate pair is no character
            "LIVE"                     | null             | status: must not be null
            "LIVE"                     | 1                | status: expected a string, found a number
            "2006-07-29"               | 13358            | date: expected a string, found a number
            "GoLiveEvent"              | "Go"             | type: "Go" is not known; give one of GoLiveEvent, ReleaseEvent, MilestoneEvent, ContractEvent
            "GoLiveEvent"              | "GoLiveCount"    | type: "GoLiveCount" is not known; give one of GoLiveEvent, ReleaseEvent, MilestoneEvent, ContractEvent
            "type": "GoLiveEvent",     | ``               | type: missing; give one of GoLiveEvent, ReleaseEvent, MilestoneEvent, ContractEvent
            "GoLiveEvent"              | null             | type: expected a string, found null
            2006-07-31T09:00:00Z       | 2006-07-31       | reportedAt: "2006-07-31" is no instant; write it with Z or an offset and no finer than milliseconds, such as 2006-10-31T09:00:00Z
            09:00:00Z                  | 09:00:00.0001Z   | reportedAt: "2006-07-31T09:00:00.0001Z" is no instant; write it with Z or an offset and no finer than milliseconds, such as 2006-10-31T09:00:00Z
            "e-0"}                     | "e-0"} {}        | there is more on the line than one object
            "e-0"}                     | "e-0"            | not JSON at column 296: Unexpected end-of-input: expected close marker for Object
            """)
    void whatIsWrongWithALineIsSaidWithItsField(String part, String replacement, String message) {
        assertThat(Events.GO_LIVE).contains(part);
        assertThat(complaint(Events.GO_LIVE.replace(part, replacement))).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "count": 12              | "count": "12"     | target.count: expected a whole number of at most 2147483647, found a string
            "count": 12,             | ``                | target.count: missing
            "count": 12              | "contract": "c"   | target.contract: unknown field of a GoLiveCount
            "type": "GoLiveCount",   | ``                | target.type: missing; give one of GoLiveCount, ReleaseDelivered, ContractSigned
            "GoLiveCount"            | "GoLiveEvent"     | target.type: "GoLiveEvent" is not known; give one of GoLiveCount, ReleaseDelivered, ContractSigned
            "product"                | "since"           | target.since: "millennium" is no date; write YYYY-MM-DD
            "product"                | "acceptedAt"      | target.acceptedAt: unknown field of a GoLiveCount
            """)
    void whatIsWrongInATargetIsSaidWithItsPath(String part, String replacement, String message) {
        assertThat(Events.MILESTONE).contains(part);
        assertThat(complaint(Events.MILESTONE.replace(part, replacement))).isEqualTo(message);
    }

    @Test
    void aTargetIsAnObject() {
        assertThat(complaint(Events.MILESTONE.replaceAll("\"target\": \\{[^}]*}", "\"target\": \"GoLiveCount\"")))
                .isEqualTo("target: expected an object, found a string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "null", "\"x\"", "true"})
    void aLineIsAnObject(String line) {
        assertThat(complaint(line)).startsWith("expected an object, found ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOING", "live", "", "UNKNOWN"})
    void aWordThatIsNoStatusIsReadAsUnknownAndLeftToTheGate(String word) throws BadLineException {
        assertThat(read(Events.GO_LIVE.replace("LIVE", word)))
                .isEqualTo(GoLiveEvent.newBuilder(Events.GO_LIVE_EVENT)
                        .setStatus(GoLiveStatus.UNKNOWN)
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "st/mary", "\n", "😀"})
    void textsOfAnyContentAreLeftToTheGate(String text) throws BadLineException {
        assertThat(read(Events.GO_LIVE.replace("weston", text.replace("\n", "\\n"))))
                .isEqualTo(GoLiveEvent.newBuilder(Events.GO_LIVE_EVENT)
                        .setSite(text)
                        .build());
    }
}
