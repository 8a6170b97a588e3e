package io.rollouthub.explain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a name that nothing was reported on. */
class UnknownSubjectTest {
    private final Journal journal = Journal.npfit();

    @ParameterizedTest
    @CsvSource({
        "south/dozen-by-end-octobre, south/dozen-by-end-october",
        "dozen, south/dozen-by-end-october",
        "dozen-by-end-october, south/dozen-by-end-october",
        "south/WESTON, south/go-live/weston/millennium/R0",
        "weston, south/go-live/weston/millennium/R0",
        "north/dozen-by-end-october, south/dozen-by-end-october",
        "south/MILESTONE_AT_RISK/dozen-by-end-otober, south/MILESTONE_AT_RISK/dozen-by-end-october",
        "south/MILESTONE_ATRISK/dozen-by-end-october, south/MILESTONE_AT_RISK/dozen-by-end-october",
        "london/SUPPLIER_SILENT/bd, london/SUPPLIER_SILENT/bt",
        "south/SUPPLIER_SILENT/fujistu, south/SUPPLIER_SILENT/fujitsu"
    })
    void nearNamesAreSuggested(String typed, String meant) {
        assertThatThrownBy(() -> journal.explain(typed))
                .isInstanceOf(UnknownSubjectException.class)
                .hasMessageStartingWith("Nothing was reported on '" + typed + "'. Did you mean " + meant);
    }

    @ParameterizedTest
    @CsvSource({"xyz", "''", "/", "south/", "south/MILESTONE_MISSED/", "south/SUPPLIER_SILENT/dozen-by-end-october"})
    void withoutNearNamesTheFormOfIdsIsTold(String typed) {
        assertThatThrownBy(() -> journal.explain(typed))
                .isInstanceOf(UnknownSubjectException.class)
                .hasMessageContaining("<cluster>/<milestone>");
    }

    @ParameterizedTest
    @CsvSource({"south/dozen", "south/MILESTONE_MISSED/dozen"})
    void aBeginningIsEnoughForASuggestion(String typed) {
        assertThatThrownBy(() -> journal.explain(typed))
                .isInstanceOf(UnknownSubjectException.class)
                .hasMessageContaining("Did you mean")
                .hasMessageContaining("dozen-by-end-october");
    }
}
