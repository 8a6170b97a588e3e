package io.rollouthub.console.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import io.rollouthub.output.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final List<Severity> SEVERITIES = List.of(Severity.CRITICAL, Severity.WARNING);

    @Test
    void aFilterIsGivenMoreThanOnceOrWithCommas() {
        Parameters asked = asked("severity", "CRITICAL, WARNING", "CRITICAL");

        assertThat(asked.set("severity", SEVERITIES)).containsExactlyInAnyOrder(Severity.CRITICAL, Severity.WARNING);
        assertThat(asked.set("cluster")).isEmpty();
        assertThat(asked("severity", "", " ,").set("severity", SEVERITIES)).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsRefusedWithWhatCan() {
        assertThatThrownBy(() -> asked("severity", "BAD").set("severity", SEVERITIES))
                .isInstanceOf(BadRequestResponse.class)
                .hasMessage("'BAD' is no severity. There are CRITICAL, WARNING.");
        assertThatThrownBy(() -> asked("clutser", "south").only("cluster", "kind"))
                .hasMessage("There is no parameter 'clutser'. There are cluster, kind.");
        assertThatThrownBy(() -> asked("page", "2").only())
                .hasMessage("There is no parameter 'page'. There is none here.");
    }

    @Test
    void pagesBeginAtOneAndAreNotEndless() {
        assertThat(asked().paging()).isEqualTo(new Parameters.Paging(1, 50));
        assertThat(asked("size", "500").paging()).isEqualTo(new Parameters.Paging(1, 500));
        for (String wrong : List.of("0", "-1", "x", "1.5", "99999999999")) {
            assertThatThrownBy(() -> asked("page", wrong).paging())
                    .hasMessage("'" + wrong + "' is no page: that is a number from 1 to 1000000.");
        }
        assertThatThrownBy(() -> asked("size", "501").paging())
                .hasMessage("'501' is no size: that is a number from 1 to 500.");
    }

    private static Parameters asked() {
        return new Parameters(Map.of());
    }

    private static Parameters asked(String name, String... values) {
        return new Parameters(Map.of(name, List.of(values)));
    }
}
