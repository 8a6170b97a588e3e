package io.rollouthub.check;

import static io.rollouthub.check.Reports.contract;
import static io.rollouthub.check.Reports.goLive;
import static io.rollouthub.check.Reports.judge;
import static io.rollouthub.check.Reports.milestone;
import static io.rollouthub.check.Reports.reason;
import static io.rollouthub.check.Reports.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseStage;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldChecksTest {
    static Stream<Supplier<SpecificRecord>> events() {
        return Stream.of(goLive()::build, release()::build, milestone()::build, contract()::build);
    }

    static Stream<Arguments> identifiers() {
        return stringFields().filter(a -> FieldChecks.IDENTIFIERS.contains((String) a.get()[1]));
    }

    private static Stream<Arguments> stringFields() {
        return events().flatMap(event -> event.get().getSchema().getFields().stream()
                .filter(field -> isText(field.schema()))
                .map(field -> Arguments.of(event, field.name())));
    }

    private static boolean isText(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream().anyMatch(FieldChecksTest::isText)
                : schema.getType() == Schema.Type.STRING;
    }

    private static SpecificRecord with(Supplier<SpecificRecord> fresh, String field, Object value) {
        SpecificRecord event = fresh.get();
        event.put(event.getSchema().getField(field).pos(), value);
        return event;
    }

    @ParameterizedTest
    @MethodSource("identifiers")
    void aBlankIdentifierIsRefusedAsBlankAndAnUglyOneAsBad(Supplier<SpecificRecord> event, String field) {
        assertThat(reason(with(event, field, ""))).isEqualTo(Reason.BLANK_FIELD);
        assertThat(reason(with(event, field, "\u3000 "))).isEqualTo(Reason.BLANK_FIELD);
        assertThat(reason(with(event, field, "st/mary"))).isEqualTo(Reason.BAD_IDENTIFIER);
        assertThat(reason(with(event, field, "x".repeat(65)))).isEqualTo(Reason.BAD_IDENTIFIER);
    }

    @ParameterizedTest
    @MethodSource("events")
    void replacesIsNeverBlankButBad(Supplier<SpecificRecord> event) {
        assertThat(reason(with(event, "replaces", ""))).isEqualTo(Reason.BAD_IDENTIFIER);
        assertThat(reason(with(event, "replaces", "\u2003"))).isEqualTo(Reason.BAD_IDENTIFIER);
        assertThat(reason(with(event, "replaces", "x".repeat(65)))).isEqualTo(Reason.BAD_IDENTIFIER);
        assertThat(reason(with(event, "replaces", "x".repeat(64)))).isNull();
    }

    @Test
    void aTitleMustSaySomethingButNamesAndSourcesNeedNot() {
        assertThat(reason(milestone().setTitle("\u00a0").build())).isEqualTo(Reason.BLANK_FIELD);
        assertThat(reason(milestone().setTitle("\u200b").build())).isNull();
        assertThat(reason(goLive().setSiteName(" ").setSource("").build())).isNull();
    }

    @Test
    void everyTextOfAnEventHasARule() {
        Set<String> fields = stringFields().map(a -> (String) a.get()[1]).collect(Collectors.toSet());

        fields.removeAll(FieldChecks.IDENTIFIERS);
        fields.removeAll(FieldChecks.MAX_CODE_POINTS.keySet());

        assertThat(fields).containsExactlyInAnyOrder("replaces", "currency");
    }

    @Test
    void lengthsAreCountedInCodePoints() {
        assertThat(reason(milestone().setTitle("😀".repeat(200)).build())).isNull();
        assertThat(reason(milestone().setTitle("😀".repeat(201)).build())).isEqualTo(Reason.FIELD_TOO_LONG);
        assertThat(reason(goLive().setSiteName("é".repeat(200)).build())).isNull();
        assertThat(reason(goLive().setSiteName("é".repeat(201)).build())).isEqualTo(Reason.FIELD_TOO_LONG);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aSourceHasAtMostAThousandCharacters(Supplier<SpecificRecord> event) {
        assertThat(reason(with(event, "source", "😀".repeat(1_000)))).isNull();
        assertThat(reason(with(event, "source", "😀".repeat(1_001)))).isEqualTo(Reason.FIELD_TOO_LONG);
    }

    static Stream<SpecificRecord> unknownStatuses() {
        return Stream.of(
                goLive().setStatus(GoLiveStatus.UNKNOWN).build(),
                release().setStage(ReleaseStage.UNKNOWN).build(),
                milestone().setStatus(MilestoneStatus.UNKNOWN).build(),
                contract().setStage(ContractStage.UNKNOWN).build());
    }

    @ParameterizedTest
    @MethodSource("unknownStatuses")
    void aWordOfANewerWriterIsRefusedWithOrWithoutADate(SpecificRecord event) {
        assertThat(reason(event)).isEqualTo(Reason.UNKNOWN_STATUS);
        event.put(event.getSchema().getField("date").pos(), null);
        assertThat(reason(event)).isEqualTo(Reason.UNKNOWN_STATUS);
    }

    @Test
    void theDetailNamesTheFieldItsValueAndTheRemedy() {
        assertThat(judge(goLive().setSite("St Mary's").build()))
                .isEqualTo(new Refusal(
                        Reason.BAD_IDENTIFIER,
                        "site is \"St Mary's\"; an identifier is 1 to 64 of A-Z a-z 0-9 . -, but not . or .. alone"));
        assertThat(judge(milestone().setTitle("\t").build()))
                .isEqualTo(new Refusal(Reason.BLANK_FIELD, "title is blank: \"\\u0009\"; give it in words"));
        assertThat(judge(milestone().setTitle("x".repeat(201)).build()))
                .isEqualTo(new Refusal(
                        Reason.FIELD_TOO_LONG,
                        "title is \"" + "x".repeat(64) + "…\" (201 characters); shorten it to 200 characters"));
        ContractEvent unknown = contract().setStage(ContractStage.UNKNOWN).build();
        assertThat(judge(unknown))
                .isEqualTo(new Refusal(
                        Reason.UNKNOWN_STATUS,
                        "stage is a word that this hub does not know; use one of NEGOTIATING, PREFERRED, SIGNED, "
                                + "TERMINATED"));
    }
}
