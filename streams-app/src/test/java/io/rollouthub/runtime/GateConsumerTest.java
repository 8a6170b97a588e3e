package io.rollouthub.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.topic.SupplierTopics;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GateConsumerTest {
    private static final Pattern ALL = Pattern.compile(SupplierTopics.ALL_IN.pattern() + "|rollout\\.control");

    @Test
    void whatMayNotBeReadIsLeftOutAndNothingElse() {
        assertThat(matched(Set.of()))
                .containsExactly("rollout.control", "rollout.in.a.b", "rollout.in.axb", "rollout.in.a.bc");
        assertThat(matched(Set.of("rollout.in.a.b")))
                .containsExactly("rollout.control", "rollout.in.axb", "rollout.in.a.bc");
        assertThat(matched(Set.of("rollout.in.a.b", "rollout.in.axb")))
                .containsExactly("rollout.control", "rollout.in.a.bc");
    }

    private static List<String> matched(Set<String> unreadable) {
        Pattern left = GateConsumer.without(ALL, unreadable);
        return Stream.of("rollout.control", "rollout.in.a.b", "rollout.in.axb", "rollout.in.a.bc", "rollout.journal")
                .filter(left.asMatchPredicate())
                .toList();
    }
}
