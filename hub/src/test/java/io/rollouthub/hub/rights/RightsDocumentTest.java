package io.rollouthub.hub.rights;

import io.rollouthub.testkit.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RightsDocumentTest {
    @Test
    void theDocumentSaysWhatTheTableSays() {
        new Golden(RightsDocumentTest.class, "Who gets which right, and does the reason hold?")
                .assertSame(Path.of("../docs/rights.md"), RightsDocument.text());
    }
}
