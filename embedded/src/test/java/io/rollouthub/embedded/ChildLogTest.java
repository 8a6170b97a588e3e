package io.rollouthub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildLogTest {
    @TempDir
    private Path tmp;

    @Test
    void someFilesOfABoundedSizeAreKept() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; lines.length() < 6 * ChildLog.MOST_BYTES; i++) {
            lines.append(letters(i)).append(" ".repeat(10_000)).append('\n');
        }
        Path file = tmp.resolve("child.log");
        ChildLog log = written(file, lines.toString());
        try (var files = Files.list(tmp)) {
            assertThat(files).hasSize(1 + ChildLog.OLDER_FILES).allSatisfy(one -> assertThat(Files.size(one))
                    .isLessThan(ChildLog.MOST_BYTES + 20_000));
        }
        assertThat(log.output()).startsWith(letters(0)).hasSizeLessThan(2 << 20);
    }

    @Test
    void aLineThatDiffersInNumbersAloneIsNotRepeatedForEver() throws Exception {
        Path file = tmp.resolve("child.log");
        StringBuilder lines = new StringBuilder("begin\n");
        for (int i = 0; i < 100_000; i++) {
            lines.append("12:00:")
                    .append(i)
                    .append(" WARN no contact\n\tat line ")
                    .append(i)
                    .append('\n');
        }
        written(file, lines + "end\n");
        assertThat(Files.readAllLines(file))
                .hasSize(2 * ChildLog.MOST_ALIKE + 2)
                .startsWith("begin")
                .endsWith("end");
    }

    private static ChildLog written(Path file, String text) throws Exception {
        ChildLog log = ChildLog.of(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        log.awaitEnd();
        return log;
    }

    /** A number without digits. */
    private static String letters(int number) {
        return "n"
                + Integer.toString(number, 10)
                        .chars()
                        .mapToObj(digit -> (char) (digit - '0' + 'a'))
                        .toList();
    }
}
