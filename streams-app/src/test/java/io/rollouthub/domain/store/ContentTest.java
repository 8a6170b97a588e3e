package io.rollouthub.domain.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.ReleaseDelivered;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What says the same, whatever it is written with. */
class ContentTest {

    @Test
    void amountsOfMoneyAreTheSameWhateverTheirNumberOfDigits() {
        assertThat(Content.same(new BigDecimal("10.50"), new BigDecimal("10.5")))
                .isTrue();
        assertThat(Content.same(new BigDecimal("10.51"), new BigDecimal("10.5")))
                .isFalse();
        assertThat(Content.same(new BigDecimal("10.5"), null)).isFalse();
    }

    @Test
    void recordsAreTheSameIfEachFieldIsButForThoseThatDoNotMatter() {
        ReleaseDelivered one = new ReleaseDelivered("p", "r1");
        assertThat(Content.same(one, new ReleaseDelivered("p", "r1"))).isTrue();
        assertThat(Content.same(one, new ReleaseDelivered("p", "r2"))).isFalse();
        assertThat(Content.same(one, new ReleaseDelivered("p", "r2"), "release"))
                .isTrue();
        assertThat(Content.same(null, null)).isTrue();
        assertThat(Content.same(one, null)).isFalse();
    }

    @Test
    void recordsOfTwoTypesAreNeverTheSame() {
        assertThat(Content.same(new ContractSigned("p"), new GoLiveCount(1, null, "p", null)))
                .isFalse();
        assertThat(Content.same(new ReleaseDelivered("p", "r"), new ContractSigned("p")))
                .isFalse();
    }
}
