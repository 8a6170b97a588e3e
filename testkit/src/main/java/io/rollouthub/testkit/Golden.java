package io.rollouthub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that a person has looked at once and that are kept in files; {@code -Drollout.golden=renew} writes them anew.
 *
 * @param test whose texts these are; told to whoever wants to renew them
 * @param toThinkAbout before they are renewed
 */
public record Golden(Class<?> test, String toThinkAbout) {
    private static final String PROPERTY = "rollout.golden";

    /** Holds a text to the one that is kept in a file. */
    public void assertSame(Path kept, String text) {
        try {
            if (System.getProperty(PROPERTY, "").equals("renew")) {
                Files.writeString(kept, text);
            }
            assertThat(text)
                    .as(
                            "%s is another now. %s If it is meant to be: mvn -pl %s -am test -Dtest=%s"
                                    + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=renew, and look at every line that"
                                    + " changed before you commit it.",
                            kept, toThinkAbout, module(), test.getSimpleName(), PROPERTY)
                    .isEqualTo(Files.exists(kept) ? Files.readString(kept) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path module() {
        return Path.of("").toAbsolutePath().getFileName();
    }
}
