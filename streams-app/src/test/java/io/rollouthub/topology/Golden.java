package io.rollouthub.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that were looked at once and are kept beside the tests; {@code -Drollout.golden=renew} writes them anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "topology");
    private static final String PROPERTY = "rollout.golden";

    private Golden() {}

    /**
     * Holds a text to the one that is kept.
     *
     * @param file in the folder of this package's resources
     * @param toThinkAbout before it is renewed
     */
    static void assertSame(String file, String text, String toThinkAbout) {
        Path kept = FOLDER.resolve(file);
        try {
            if (System.getProperty(PROPERTY, "").equals("renew")) {
                Files.writeString(kept, text);
            }
            assertThat(text)
                    .as(
                            "%s is another now. %s If it is meant to be: mvn -pl streams-app -am test"
                                    + " -Dtest='io.rollouthub.topology.*Test' -Dsurefire.failIfNoSpecifiedTests=false"
                                    + " -D%s=renew, and look at every line that changed before you commit it.",
                            kept, toThinkAbout, PROPERTY)
                    .isEqualTo(Files.readString(kept));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
