package io.rollouthub.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTest {
    @Test
    void reasonsStandInTheOrderOfTheChecks() {
        assertThat(Stream.of(Reason.values()).map(Reason::name))
                .containsExactly(
                        "TOO_LARGE",
                        "UNKNOWN_SUPPLIER",
                        "UNDECODABLE",
                        "BLANK_FIELD",
                        "BAD_IDENTIFIER",
                        "FIELD_TOO_LONG",
                        "UNKNOWN_STATUS",
                        "SUPPLIER_MISMATCH",
                        "UNKNOWN_CLUSTER",
                        "CLUSTER_NOT_ALLOWED",
                        "MISSING_DATE",
                        "UNEXPECTED_DATE",
                        "DATE_OUT_OF_RANGE",
                        "REPORTED_IN_FUTURE",
                        "HAPPENED_IN_FUTURE",
                        "BAD_VALUE",
                        "BAD_TARGET",
                        "UNPROCESSABLE",
                        "DUPLICATE_ID",
                        "TOO_MANY_REVISIONS",
                        "NOT_OWNER",
                        "TOO_MANY_FACTS");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsExplainedInASentence(Reason reason) {
        assertThat(reason.sentence()).matches("[A-Z].{10,}\\.");
    }
}
