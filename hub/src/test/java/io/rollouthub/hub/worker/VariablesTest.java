package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VariablesTest {
    private final Variables variables = new Variables(
            Map.of("bootstrap", "kafka:9092", "registry", "http://registry"), Map.of("URL", "http://$1", "EMPTY", ""));

    @Test
    void addressesArePutInAndTheEnvironmentIsLeftToTheWorker() {
        assertThat(resolved("${bootstrap},${registry}/x ${env:URL}${file:/etc/secrets:password}"))
                .isEqualTo("kafka:9092,http://registry/x ${env:URL}${file:/etc/secrets:password}");
    }

    @Test
    void aDefaultStandsInForWhatIsNotSetOrEmpty() {
        assertThat(resolved("${env:NONE:-a:b} ${env:EMPTY:-} ${env:URL:-c}")).isEqualTo("a:b  ${env:URL}");
    }

    @Test
    void aConsoleThatIsNotKnownIsNoLink() {
        assertThat(resolved("${console}")).isEmpty();
    }

    @Test
    void twoDollarsAreTheConnectorsOwnVariable() {
        assertThat(resolved("$${topic} $1")).isEqualTo("${topic} $1");
    }

    @Test
    void whatHasNoValueIsNamed() {
        Variables.Resolved resolved =
                variables.in(Map.of("a", "${env:USER_X}", "b", "${console}${env:EMPTY}", "c", "${env:USER_X}"));

        assertThat(resolved.missing()).containsExactly("EMPTY", "USER_X");
        assertThat(resolved.unknown()).isEmpty();
    }

    @Test
    void aVariableThatDoesNotExistIsAMistakeOfItsKey() {
        assertThat(variables.in(Map.of("connection.url", "${regsitry}")).unknown())
                .containsExactly(
                        "connection.url: there is no variable ${regsitry}. There are ${bootstrap}, ${registry},"
                                + " ${console}, ${prefix} and ${env:NAME}; what is meant for the connector itself is written $${regsitry}");
    }

    private String resolved(String value) {
        Variables.Resolved resolved = variables.in(Map.of("key", value));
        assertThat(resolved.missing()).isEmpty();
        assertThat(resolved.unknown()).isEmpty();
        return String.valueOf(resolved.config().get("key"));
    }
}
