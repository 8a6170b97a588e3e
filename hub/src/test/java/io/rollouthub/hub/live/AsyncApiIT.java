package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.testkit.Command;
import io.rollouthub.testkit.NodePackages;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/asyncapi.yaml} is valid by AsyncAPI's own parser; that it tells the truth, AsyncApiTest holds. */
class AsyncApiIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "asyncapi.yaml");

    @Test
    void theDocumentIsValidAndSoAreTheSchemasInIt() {
        Path parser = NodePackages.installed(Path.of("src", "test", "resources", "asyncapi"));

        Command.Ended validation = Command.of(
                        "node",
                        "validate.mjs",
                        DOCUMENT.toAbsolutePath().normalize().toString())
                .in(parser)
                .run();

        assertThat(validation.exitCode()).as(validation.output()).isZero();
        System.out.println("asyncapi.yaml is valid; " + validation.lastLine());
    }
}
