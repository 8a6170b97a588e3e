package io.rollouthub.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "0", "9", "-", "...", ".a", "a.", "R0", "st-mary.s", "azAZ09.-"})
    void lettersDigitsDotsAndHyphensAreAnIdentifier(String text) {
        assertThat(Identifier.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "..", " ", "a b", "a/b", "a_b", "a:b", "zürich", "٣", "a\n", "a\u0000", "@", "[", "`", "{"
            })
    void anythingElseIsNone(String text) {
        assertThat(Identifier.isValid(text)).isFalse();
    }

    @Test
    void sixtyFourCharactersAreAllowedAndNoMore() {
        assertThat(Identifier.isValid("x".repeat(64))).isTrue();
        assertThat(Identifier.isValid("x".repeat(65))).isFalse();
    }
}
