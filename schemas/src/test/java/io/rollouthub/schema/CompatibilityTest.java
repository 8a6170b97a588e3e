package io.rollouthub.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.journal.JournalEntry;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of the released schemas must itself be seen to say no. */
class CompatibilityTest {
    private static final Schema RELEASED = ContractEvent.getClassSchema();

    private static Schema changed(String part, String replacement) {
        String text = RELEASED.toString();
        assertThat(text).contains(part);
        return new Schema.Parser().parse(text.replace(part, replacement));
    }

    @Test
    void aSchemaReadsItself() {
        assertThat(Compatibility.problems(RELEASED, RELEASED)).isEmpty();
    }

    @Test
    void aFieldMayBeAddedWithADefault() {
        String field = "{'name':'note','type':['null','string'],'doc':'.','default':null},".replace('\'', '"');
        Schema current = changed("{\"name\":\"currency\"", field + "{\"name\":\"currency\"");

        assertThat(Compatibility.problems(current, RELEASED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"name":"currency"          | {"name":"note","type":"string"},{"name":"currency" | note
            {"name":"buyer"             | {"name":"purchaser"                                | purchaser
            ["null","int"]              | ["null","boolean"]                                 | /fields/11/type/1: MISSING_UNION_BRANCH
            "type":"int","logicalType"  | "type":"string","logicalType"                      | /fields/8/type/1: MISSING_UNION_BRANCH
            "logicalType":"date"        | "logicalType":"time-millis"                        | date: logicalType was date
            "scale":2                   | "scale":3                                          | value: scale was 2, is 3
            "precision":18              | "precision":20                                     | precision was 18, is 20
            "PREFERRED",                | ``                                                 | gone: [PREFERRED]
            """)
    void anIncompatibleChangeIsFoundAndItsPlaceNamed(String part, String replacement, String problem) {
        assertThat(Compatibility.problems(changed(part, replacement), RELEASED))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).contains(problem));
    }

    @Test
    void aChangeDeepInTheJournalIsFoundToo() {
        Schema released = JournalEntry.getClassSchema();
        Schema current = new Schema.Parser().parse(released.toString().replace("\"POSTPONED\",", ""));

        assertThat(Compatibility.problems(current, released))
                .containsExactly(
                        "/entry/status: words that old data holds are gone: [POSTPONED]",
                        "/entry/stage: words that old data holds are gone: [POSTPONED]",
                        "/entry/status: words that old data holds are gone: [POSTPONED]");
    }
}
