package io.rollouthub.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of settings that operators read is the one that the program reads. */
class SettingsListTest {
    @Test
    void theDocumentListsEverySettingWithItsDefaultAndItsMeaning() throws IOException {
        String list = Arrays.stream(Setting.values())
                .map(one -> "| `" + one.key() + "` | " + (one.usual == null ? "" : "`" + one.usual + "`") + " | "
                        + one.kind.meaning() + " | " + one.about + " |\n")
                .collect(Collectors.joining());

        assertThat(Files.readString(Path.of("../docs/operate.md")))
                .as("the table in docs/operate.md; put this in its place")
                .contains(list);
    }
}
