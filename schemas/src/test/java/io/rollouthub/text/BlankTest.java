package io.rollouthub.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlankTest {
    /** Property White_Space in Unicode's PropList.txt. */
    private static final Set<Integer> WHITE_SPACE = IntStream.of(
                    0x9, 0xA, 0xB, 0xC, 0xD, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005,
                    0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
            .boxed()
            .collect(Collectors.toSet());

    @Test
    void exactlyUnicodesWhiteSpaceIsBlank() {
        Set<Integer> blank = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Blank.isBlank(Character.toString(c)))
                .boxed()
                .collect(Collectors.toSet());

        assertThat(blank).isEqualTo(WHITE_SPACE);
    }

    @Test
    void nothingAtAllIsBlank() {
        assertThat(Blank.isBlank("")).isTrue();
    }

    @Test
    void oneWordMakesATextSaySomething() {
        assertThat(Blank.isBlank(" \u00a0x\u2003")).isFalse();
        assertThat(Blank.isBlank(" \u00a0\u2003")).isTrue();
    }

    @Test
    void aTextOfAnyLengthIsJudged() {
        assertThat(Blank.isBlank(" ".repeat(1_000_000))).isTrue();
    }
}
