package io.rollouthub.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateFormsTest {
    private static final LocalDate DAY = LocalDate.of(2006, 6, 3);

    @Test
    void theFirstFormThatFitsIsMeant() throws BadRowException {
        DateForms forms = new DateForms(List.of("dd/MM/yyyy", "d MMM yy", "yyyy-MM-dd"));

        assertThat(forms.parse("03/06/2006")).isEqualTo(DAY);
        assertThat(forms.parse("3 jun 06")).isEqualTo(DAY);
        assertThat(forms.parse("2006-06-03")).isEqualTo(DAY);
    }

    @Test
    void aDayThatDoesNotExistIsRefused() {
        DateForms forms = new DateForms(List.of("dd/MM/yyyy", "yyyy-MM-dd"));

        assertThatThrownBy(() -> forms.parse("31/06/2006"))
                .hasMessage("\"31/06/2006\" is no date of the form dd/MM/yyyy or yyyy-MM-dd");
        assertThatThrownBy(() -> forms.parse("soon"))
                .hasMessage("\"soon\" is no date of the form dd/MM/yyyy or yyyy-MM-dd");
    }

    @Test
    void whatIsNoPatternIsRefused() {
        assertThatThrownBy(() -> new DateForms(List.of("dd/foo"))).isInstanceOf(IllegalArgumentException.class);
    }
}
