package io.rollouthub.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.GoLiveEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupplierTopicsTest {
    private static final int LONGEST_NAME = 249; // that Kafka takes

    @ParameterizedTest
    @ValueSource(strings = {"fujitsu", "A.b-9", ".", "-", "in.", "rollout.in.bt", "unknown"})
    void theSupplierOfATopicIsTheOneItIsNamedFor(String supplier) {
        String topic = SupplierTopics.in(supplier);

        assertThat(topic).matches(SupplierTopics.ALL_IN);
        assertThat(SupplierTopics.supplierOf(topic)).isEqualTo(supplier);
        assertThat(SupplierTopics.isRejected(topic)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fujitsu", "A.b-9", ".", "in.bt"})
    void whatIsRefusedIsNeverReadAgain(String supplier) {
        String topic = SupplierTopics.rejected(supplier);

        assertThat(SupplierTopics.isRejected(topic)).isTrue();
        assertThat(topic).doesNotMatch(SupplierTopics.ALL_IN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollout.in", "rollout.input", "rolloutXin.bt", "my.rollout.in.bt", "rollout-in.bt"})
    void topicsThatOnlyLookAlikeAreNoSuppliers(String topic) {
        assertThat(topic).doesNotMatch(SupplierTopics.ALL_IN);
    }

    @Test
    void strayRecordsAreRefusedOnATopicOfTheirOwn() {
        assertThat(SupplierTopics.REJECTED_UNKNOWN).isEqualTo("rollout.rejected.unknown");
    }

    @Test
    void theLongestIdentifierFitsIntoATopicsName() {
        String longest = "x".repeat(64);

        assertThat(SupplierTopics.in(longest)).hasSizeLessThanOrEqualTo(LONGEST_NAME);
        assertThat(SupplierTopics.rejected(longest)).hasSizeLessThanOrEqualTo(LONGEST_NAME);
    }

    @Test
    void eachRecordTypeOnATopicHasASubjectOfItsOwn() {
        assertThat(SupplierTopics.subject(
                        SupplierTopics.in("bt"), GoLiveEvent.getClassSchema().getFullName()))
                .isEqualTo("rollout.in.bt-io.rollouthub.event.GoLiveEvent");
    }
}
