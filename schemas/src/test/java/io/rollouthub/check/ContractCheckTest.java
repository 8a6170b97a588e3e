package io.rollouthub.check;

import static io.rollouthub.check.Reports.contract;
import static io.rollouthub.check.Reports.judge;
import static io.rollouthub.check.Reports.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractCheckTest {
    @ParameterizedTest
    @CsvSource({"0.00,", "0.01,", "-0.01, BAD_VALUE", "9999999999999999.99,", "10000000000000000.00, BAD_VALUE"})
    void aValueIsNotNegativeAndFitsItsSchema(BigDecimal value, Reason reason) {
        assertThat(reason(contract().setValue(value).build())).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"-1, BAD_VALUE", "0, BAD_VALUE", "1,", "2147483647,"})
    void aTermIsAtLeastOneMonth(int termMonths, Reason reason) {
        assertThat(reason(contract().setTermMonths(termMonths).build())).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "gbp", "GB", "GBPX", "GB1", "GBP\n", "ÄÖÜ"})
    void aCurrencyIsThreeCapitalLetters(String currency) {
        assertThat(reason(contract().setCurrency(currency).build())).isEqualTo(Reason.BAD_VALUE);
    }

    @Test
    void noneOfTheFiguresNeedBeGivenWithAnother() {
        assertThat(reason(contract().setCurrency("GBP").build())).isNull();
        assertThat(reason(contract().setValue(new BigDecimal("1.00")).build())).isNull();
    }

    @Test
    void theDetailNamesTheFigureAndTheRemedy() {
        assertThat(judge(contract().setTermMonths(0).build()))
                .isEqualTo(new Refusal(Reason.BAD_VALUE, "termMonths is 0; give at least 1, or none"));
        assertThat(judge(contract().setCurrency("£").build()))
                .isEqualTo(new Refusal(
                        Reason.BAD_VALUE,
                        "currency is \"£\"; give the three capital letters of ISO 4217, such as GBP"));
    }
}
