package io.rollouthub.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private static final int SPOILT_LINES = 20_000;
    private static final List<String> JUNK = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "\\",
            "\\u",
            "null",
            "true",
            "-",
            "1e9999999999",
            "0",
            "9",
            ".",
            "e",
            "\u0000",
            "\uFEFF",
            "\ud800",
            "é",
            "\"type\"",
            "\"target\":{}",
            "\"value\":1E2147483647,");

    /** Cuts a piece out of a good line, or puts junk into it, once or several times. */
    private static String spoil(String line, Random random) {
        StringBuilder spoilt = new StringBuilder(line);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(spoilt.length());
            if (random.nextBoolean()) {
                spoilt.delete(at, Math.min(spoilt.length() - 1, at + random.nextInt(12)));
            } else {
                spoilt.insert(at, JUNK.get(random.nextInt(JUNK.size())));
            }
        }
        return spoilt.toString();
    }

    @Test
    void aSpoiltLineIsReadOrRefusedInOneLineButNeverBreaksTheReader() {
        long seed = Seed.get();
        Random random = new Random(seed);
        List<String> good = List.of(Events.GO_LIVE, Events.MILESTONE, Events.CONTRACT);
        int refused = 0;
        for (int i = 0; i < SPOILT_LINES; i++) {
            String line = spoil(good.get(i % good.size()), random);
            try {
                assertThat(EventLines.write(
                                EventLines.event(1, JsonLines.tree(line)).event()))
                        .doesNotContain("\n");
            } catch (BadLineException e) {
                refused++;
                assertThat(e.getMessage()).doesNotContainPattern("\\p{Cc}");
            } catch (RuntimeException e) {
                throw new AssertionError("-Drollout.seed=" + seed + " breaks on " + line, e);
            }
        }
        assertThat(refused).isBetween(SPOILT_LINES / 2, SPOILT_LINES - 1);
    }
}
