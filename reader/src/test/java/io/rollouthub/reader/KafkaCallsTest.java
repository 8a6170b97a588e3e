package io.rollouthub.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

class KafkaCallsTest {
    @Test
    void anAnswerIsGivenBack() {
        assertThat(KafkaCalls.await("count", KafkaFuture.completedFuture(3))).isEqualTo(3);
    }

    @Test
    void aRefusalSaysWhatWasAskedAndWhyNot() {
        KafkaFutureImpl<Integer> refusal = new KafkaFutureImpl<>();
        refusal.completeExceptionally(new TopicAuthorizationException("not yours"));

        assertThatThrownBy(() -> KafkaCalls.await("create topics", refusal))
                .isInstanceOf(KafkaCallException.class)
                .hasMessageStartingWith("Kafka would not create topics: not yours")
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void whoeverIsInterruptedStopsWaitingAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> KafkaCalls.await("list topics", new KafkaFutureImpl<>()))
                .isInstanceOf(KafkaCallException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
