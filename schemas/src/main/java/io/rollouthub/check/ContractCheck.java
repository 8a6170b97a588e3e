package io.rollouthub.check;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.text.Quoted;
import java.math.BigDecimal;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The check of a contract's figures. */
final class ContractCheck {
    private static final BigDecimal MAX_VALUE = new BigDecimal("9999999999999999.99");
    private static final Predicate<String> CURRENCY =
            Pattern.compile("[A-Z]{3}").asMatchPredicate();

    private ContractCheck() {}

    static @Nullable Refusal badValue(Submission submission) {
        ContractEvent contract = submission.report().contract();
        if (contract == null) {
            return null;
        }
        BigDecimal value = contract.getValue();
        if (value != null && value.signum() < 0) {
            return refusal("value is negative; give what the contract is worth, or none");
        }
        if (value != null && value.compareTo(MAX_VALUE) > 0) {
            return refusal(
                    "value has over 18 digits, two of them decimals; no contract is worth that much, check its unit");
        }
        Integer termMonths = contract.getTermMonths();
        if (termMonths != null && termMonths < 1) {
            return refusal("termMonths is " + termMonths + "; give at least 1, or none");
        }
        String currency = contract.getCurrency();
        if (currency != null && !CURRENCY.test(currency)) {
            return refusal(
                    "currency is " + Quoted.of(currency) + "; give the three capital letters of ISO 4217, such as GBP");
        }
        return null;
    }

    private static Refusal refusal(String detail) {
        return new Refusal(Reason.BAD_VALUE, detail);
    }
}
