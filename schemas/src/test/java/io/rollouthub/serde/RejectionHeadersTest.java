package io.rollouthub.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.journal.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RejectionHeadersTest {
    private static final RejectionHeaders WHY = new RejectionHeaders(
            new Refusal(Reason.BLANK_FIELD, "title is blank: \"\u2003\"; give it in words"),
            new Origin("a-suppliers-topic", 3, 4711L),
            Instant.parse("2006-10-31T12:00:00.125Z"));

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void theyAreReadBackAsTheyWereWritten() {
        WHY.addTo(headers);

        assertThat(RejectionHeaders.of(headers)).isEqualTo(WHY);
    }

    @Test
    void theyAreTextThatAnyToolCanShow() {
        WHY.addTo(headers);

        assertThat(Arrays.stream(headers.toArray()).map(RejectionHeadersTest::shown))
                .containsExactly(
                        "rollout-reason: BLANK_FIELD",
                        "rollout-detail: title is blank: \"\u2003\"; give it in words",
                        "rollout-topic: a-suppliers-topic",
                        "rollout-partition: 3",
                        "rollout-offset: 4711",
                        "rollout-accepted-at: 2006-10-31T12:00:00.125Z");
    }

    @Test
    void thoseOfAnEarlierRefusalStayAndTheLatestCount() {
        new RejectionHeaders(
                        new Refusal(Reason.UNKNOWN_CLUSTER, "earlier"), new Origin("elsewhere", 0, 0L), Instant.EPOCH)
                .addTo(headers);
        List<Header> before = List.of(headers.toArray());

        WHY.addTo(headers);

        assertThat(RejectionHeaders.of(headers)).isEqualTo(WHY);
        assertThat(headers).startsWith(before.toArray(Header[]::new));
    }

    @Test
    void aRecordWithoutThemWasNotRefusedByTheHub() {
        WHY.addTo(headers);
        headers.remove("rollout-offset");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RejectionHeaders.of(headers))
                .withMessageContaining("rollout-offset");
    }

    private static String shown(Header header) {
        return header.key() + ": " + new String(header.value(), StandardCharsets.UTF_8);
    }
}
