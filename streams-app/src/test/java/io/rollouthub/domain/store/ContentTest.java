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
    void amounts_of_money_are_the_same_whatever_their_number_of_digits() {
        assertThat(Content.same(new BigDecimal("10.50"), new BigDecimal("10.5")))
                .isTrue();
        assertThat(Content.same(new BigDecimal("10.51"), new BigDecimal("10.5")))
                .isFalse();
        assertThat(Content.same(new BigDecimal("10.5"), null)).isFalse();
    }

    @Test
    void records_are_the_same_if_each_field_is_but_for_those_that_do_not_matter() {
        ReleaseDelivered one = new ReleaseDelivered("p", "r1");
        assertThat(Content.same(one, new ReleaseDelivered("p", "r1"))).isTrue();
        assertThat(Content.same(one, new ReleaseDelivered("p", "r2"))).isFalse();
        assertThat(Content.same(one, new ReleaseDelivered("p", "r2"), "release"))
                .isTrue();
        assertThat(Content.same(null, null)).isTrue();
        assertThat(Content.same(one, null)).isFalse();
    }

    @Test
    void records_of_two_types_are_never_the_same() {
        assertThat(Content.same(new ContractSigned("p"), new GoLiveCount(1, null, "p", null)))
                .isFalse();
        assertThat(Content.same(new ReleaseDelivered("p", "r"), new ContractSigned("p")))
                .isFalse();
    }
}
